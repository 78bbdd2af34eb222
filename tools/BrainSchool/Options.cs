using System.Globalization;
using BrainSchool.Lessons;
using BrainSchool.Training;

namespace BrainSchool;

/// <summary>The command line of the school.</summary>
internal static class Options
{
    private const string Usage = """
        BrainSchool learn [--seed N] [--steps N] [--steady N] [--out DIR]   train a brain, or go on with one, and write its files and report
        BrainSchool judge [--seed N] [--replies N] [--out DIR]    hear so many replies of its last checkpoint and write the report
        BrainSchool lessons [--seed N] [--count N]                show lessons as the grammar makes them
        """;

    public static async Task<int> RunAsync(string[] args)
    {
        if (args is not [var verb, .. var rest] || rest.Length % 2 != 0)
            return Refuse(Usage);
        var given = rest.Chunk(2).ToLookup(pair => pair[0], pair => pair[1]);
        string[] known = verb switch { "learn" => ["--seed", "--steps", "--steady", "--out"], "judge" => ["--seed", "--replies", "--out"], "lessons" => ["--seed", "--count"], _ => [] };
        if (known.Length == 0 || given.Any(option => !known.Contains(option.Key) || option.Count() > 1))
            return Refuse(Usage);
        using var stop = new CancellationTokenSource();
        Console.CancelKeyPress += (_, e) =>
        {
            e.Cancel = true;
            stop.Cancel();
        };
        try
        {
            var (seed, folder) = (Number("--seed", 7), given["--out"].FirstOrDefault("brain-school"));
            if (verb == "lessons")
                Show(new LessonPlan(seed), Number("--count", 20));
            else if (verb == "judge")
                await new School(seed, folder, Console.Error).JudgeAsync(Number("--replies", 2_000), stop.Token);
            else
            {
                var steps = Number("--steps", 3_000);
                await Learn(new School(seed, folder, Console.Error), new Schedule(steps, Math.Min(steps - 1, Number("--steady", steps * 2 / 3))), stop.Token);
            }
            return 0;
        }
        catch (FormatException)
        {
            return Refuse("A number is expected behind --seed, --steps, --steady, --replies and --count.");
        }
        catch (InvalidDataException e)
        {
            return Refuse(e.Message);
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("Stopped; the last checkpoint is kept, and the same command goes on from it.");
            return 130;
        }

        int Number(string name, int usual) => given[name].FirstOrDefault() is { } text ? int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture) : usual;
    }

    private static async Task Learn(School school, Schedule schedule, CancellationToken cancellationToken)
    {
        await school.LearnAsync(schedule, cancellationToken);
        await school.JudgeAsync(2_000, cancellationToken);
    }

    private static void Show(LessonPlan plan, int count)
    {
        foreach (var lesson in Enumerable.Range(0, count).Select(number => plan.Draw(plan.Random(number))))
            Console.WriteLine($"{lesson.Scene.Situation} [{string.Join(' ', lesson.Prompt.Beats)}] {lesson.Prompt.Text.Split('\n')[0]} | {lesson.Scene.Question}\n    {lesson.Reply}");
    }

    private static int Refuse(string why)
    {
        Console.Error.WriteLine(why);
        return 2;
    }
}
