return await BrainSchool.Options.RunAsync(args);
