using System.CommandLine;
using BitBuddy.App.Bench;
using BitBuddy.App.Bench.Models;
using BitBuddy.App.Json;
using BitBuddy.App.Screens;
using BitBuddy.Brains;
using BitBuddy.Conversation;
using BitBuddy.Llama;

namespace BitBuddy.App.Commands;

/// <summary><c>bench</c>: what this machine needs beside the plain engine; and models to measure with.</summary>
internal static class BenchCommand
{
    public static Command Create(Session session) => new("bench", "Measure brains on this machine beside the plain engine.")
    {
        Measure(session, "wake", "From fully asleep to the first token.", (bench, _, cancel) => new WakeBench(bench).MeasureAsync(cancel)),
        Measure(session, "reply", "What an awake brain takes.", (bench, _, cancel) => new ReplyBench(bench).MeasureAsync(cancel)),
        Measure(session, "memory", "What a brain costs awake, and what a host costs asleep.", (bench, seconds, cancel) => new MemoryBench(bench, seconds).MeasureAsync(cancel)),
        Measure(session, "all", "All of it.", AllAsync),
        Model(session),
    };

    private static Command Measure(
        Session session, string name, string description, Func<Workbench, int, CancellationToken, Task<IReadOnlyList<BenchRow>>> measure)
    {
        var model = new Option<string>("--model") { Description = "The brain's GGUF file.", Required = true, HelpName = "FILE" };
        var runs = new Option<int>("--runs") { Description = "How often each side is measured; medians are told.", DefaultValueFactory = _ => 5, HelpName = "5" };
        var seconds = new Option<int>("--seconds") { Description = "How long a sleeping host is watched.", DefaultValueFactory = _ => 60, HelpName = "60" };
        var append = new Option<string?>("--append") { Description = "Add all of it to this file as one line of JSON.", HelpName = "FILE" };
        var keep = new Option<bool>("--keep") { Description = "Leave the temporary home behind." };
        var json = Common.Json();
        var command = new Command(name, description) { model, runs, append, keep, json };
        if (name is "memory" or "all")
            command.Add(seconds);
        command.SetAction(async (parse, cancellationToken) =>
        {
            var (path, file) = (BrainStore.FullPath(parse.GetValue(model)!), parse.GetValue(append));
            if (file is not null)
                Append(file, "");
            IReadOnlyList<BenchRow> rows;
            await using (var bench = await SetUpAsync(session, path, parse.GetValue(runs), parse.GetValue(keep), cancellationToken))
                rows = await MeasureAsync(() => measure(bench, Math.Clamp(parse.GetValue(seconds), 1, 3600), cancellationToken));
            var result = Describe(session, path, rows);
            if (file is not null)
                Append(file, AppJson.Line(result) + "\n");
            if (parse.GetValue(json))
                session.Terminal.Out.WriteLine(AppJson.Print(result));
            else
                BenchTable.Draw(session.Terminal, rows);
            return (int)ExitCode.Ok;
        });
        return command;
    }

    private static async Task<IReadOnlyList<BenchRow>> MeasureAsync(Func<Task<IReadOnlyList<BenchRow>>> measure)
    {
        try
        {
            return await measure();
        }
        catch (LlamaException e)
        {
            throw new BuddyException($"{e.Message} Nothing was measured.", inner: e);
        }
    }

    private static async Task<IReadOnlyList<BenchRow>> AllAsync(Workbench bench, int seconds, CancellationToken cancellationToken) =>
    [
        .. await new WakeBench(bench).MeasureAsync(cancellationToken),
        .. await new ReplyBench(bench).MeasureAsync(cancellationToken),
        .. MemoryBench.CanMeasure ? await new MemoryBench(bench, seconds).MeasureAsync(cancellationToken) : [],
    ];

    private static async Task<Workbench> SetUpAsync(Session session, string model, int runs, bool keep, CancellationToken cancellationToken)
    {
        using var percent = new PercentLine(session.Terminal, "Checking the brain");
        return await Workbench.SetUpAsync(session, model, runs, keep, percent, cancellationToken);
    }

    private static BenchJson Describe(Session session, string model, IReadOnlyList<BenchRow> rows)
    {
        var info = BrainGate.Check(model);
        return new BenchJson(
            Words.Of(session.Clock.GetUtcNow()), Machine.Describe(),
            new BenchModelJson(Path.GetFileName(model), info.Architecture, info.Quantisation, info.Parameters, info.NeededBytes),
            [.. rows.Select(BenchRowJson.Of)]);
    }

    /// <summary>Adds to the end of a file; nothing at all shows before the work that it can be done.</summary>
    private static void Append(string file, string text)
    {
        try
        {
            File.AppendAllText(file, text);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new BuddyException($"'{Display.Line(file)}' cannot be written ({Display.Line(e.Message)}); name another file.", inner: e);
        }
    }

    private static Command Model(Session session)
    {
        var output = new Argument<string>("out") { Description = "The file to write." };
        var shape = new Option<string>("--shape") { Description = $"Whose measures it has: {ModelShapes.Names}.", Required = true, HelpName = "SHAPE" };
        var quant = new Option<string>("--quant") { Description = $"How its weights are rounded: {Quant.Names}.", DefaultValueFactory = _ => "q4_k_m", HelpName = "q4_k_m" };
        var vocabulary = new Option<string?>("--vocab") { Description = "Take the vocabulary from this GGUF file.", HelpName = "FILE" };
        var seed = new Option<int>("--seed") { Description = "The same one gives the same file.", DefaultValueFactory = _ => 1, HelpName = "1" };
        var command = new Command("model", "Write a model of a real shape with random weights: for speed and memory, never for words.")
        {
            output, shape, quant, vocabulary, seed,
        };
        command.SetAction(async (parse, cancellationToken) =>
        {
            var path = BrainStore.FullPath(parse.GetValue(output)!);
            var of = ModelShapes.Of(parse.GetValue(shape)!);
            var rounded = Quant.Of(parse.GetValue(quant)!);
            long bytes;
            using (var percent = new PercentLine(session.Terminal, "Writing the model"))
                bytes = await ModelWriter.WriteAsync(path, of, rounded, parse.GetValue(vocabulary), parse.GetValue(seed), percent, cancellationToken);
            session.Terminal.Say($"{path}: {of.Name}, {rounded.Name}, {Said.Size(bytes)} ({Said.Number(bytes)} bytes) of random weights.");
            return (int)ExitCode.Ok;
        });
        return command;
    }
}
