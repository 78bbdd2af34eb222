using System.CommandLine;
using BitBuddy.App.Bench.Models;
using BitBuddy.App.Screens;
using BitBuddy.Conversation;

namespace BitBuddy.App.Commands;

/// <summary><c>bench</c>: what this machine needs beside the plain engine; and models to measure with.</summary>
internal static class BenchCommand
{
    public static Command Create(Session session) => new("bench", "Measure brains on this machine beside the plain engine.")
    {
        Model(session),
    };

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
            var path = parse.GetValue(output)!;
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
