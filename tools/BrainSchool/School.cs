using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using BitBuddy.App.Bench.Models;
using BrainSchool.Export;
using BrainSchool.Lessons;
using BrainSchool.Maths;
using BrainSchool.Model;
using BrainSchool.Reporting;
using BrainSchool.Tokens;
using BrainSchool.Training;

namespace BrainSchool;

/// <summary>One training from its seed to the files: lessons, vocabulary, steps, checkpoints, exports.</summary>
internal sealed class School
{
    /// <summary>Tokens of one step at most.</summary>
    public const int BatchTokens = 2_048;

    private const int Lessons = 20_000;
    private const int MostWords = 2_048;
    private const int SpecialWords = 67;
    private const int Between = 200;
    private const int Judged = 200;
    private const string MergesFile = "merges.txt";

    // The longest prompt and the longest reply, in tokens.
    private const int Context = 256;

    private readonly LessonPlan _plan;
    private readonly string _folder;
    private readonly TextWriter _log;

    /// <param name="folder">Where checkpoints, the course of the loss and the brains go.</param>
    public School(int seed, string folder, TextWriter log)
    {
        (_folder, _log) = (folder, log);
        Directory.CreateDirectory(folder);
        _plan = new LessonPlan(seed);
        Words = Learned(folder) ?? Keep(folder, Teach(_plan, Lessons, MostWords));
        Trainer = new Trainer(Weights.Begin(new Shape(Words.Tokens.Count, 160, 4, 5, 448, Context), seed), BatchTokens);
        if (Checkpoint.TryLoad(CheckpointPath, Trainer))
            _log.WriteLine($"Going on after step {Trainer.Steps}.");
    }

    public Vocabulary Words { get; }

    public Trainer Trainer { get; }

    private string CheckpointPath => Path.Combine(_folder, "checkpoint.bin");

    // The words of a checkpoint stay as they are, also when the grammar is mended meanwhile.
    private static Vocabulary? Learned(string folder) => Path.Combine(folder, MergesFile) is var path && File.Exists(path)
        ? new Vocabulary([.. File.ReadLines(path).Select(line => line.Split(' ')).Select(pair => (pair[0], pair[1]))])
        : null;

    private static Vocabulary Keep(string folder, Vocabulary words)
    {
        File.WriteAllLines(Path.Combine(folder, MergesFile), words.Merges.Select(pair => $"{pair.Left} {pair.Right}"));
        return words;
    }

    /// <summary>A vocabulary learned from so many lessons.</summary>
    public static Vocabulary Teach(LessonPlan plan, int lessons, int most)
    {
        // Numbers below zero, so that no step has the same lessons.
        var texts = Enumerable.Range(1, lessons).Select(number => plan.Draw(plan.Random(-number)))
            .SelectMany(lesson => lesson.Prompt.Pieces.Where(piece => !piece.IsToken).Select(piece => piece.Text).Append(Plain(lesson.Prompt.Text)).Append(Plain(lesson.Reply)));
        return new Vocabulary(BpeTrainer.Learn(texts, most - 256 - SpecialWords));

        static string Plain(string text) => System.Text.RegularExpressions.Regex.Replace(text, @"\{[^}]*\}|<\|[^|]*\|>", "\n");
    }

    /// <summary>Takes the steps that are left, with a checkpoint and brains now and then.</summary>
    public async Task LearnAsync(Schedule schedule, CancellationToken cancellationToken)
    {
        var held = Enumerable.Range(1, Judged).Select(number => LessonPlan.ToSample(_plan.Draw(_plan.Random(-1_000_000 - number)), Words, new Random(number))).ToList();
        await _log.WriteLineAsync($"{Trainer.Weights.All.Length:N0} parameters, {Words.Tokens.Count} tokens, {Blas.Name}, {schedule.Steps} steps.");
        var clock = Stopwatch.StartNew();
        var (loss, tokens) = (0.0, 0L);
        while (Trainer.Steps < schedule.Steps)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var batch = _plan.Batch(Trainer.Steps, Words, BatchTokens);
            loss += Trainer.Learn(batch, schedule.Rate(Trainer.Steps));
            tokens += batch.Sum(sample => sample.Tokens.Length);
            if (Trainer.Steps % Between != 0 && Trainer.Steps < schedule.Steps)
                continue;
            var line = string.Create(CultureInfo.InvariantCulture, $"{Trainer.Steps},{loss / Between:0.0000},{Trainer.Judge(held):0.0000},{tokens / clock.Elapsed.TotalSeconds:0}");
            await _log.WriteLineAsync(line);
            await File.AppendAllTextAsync(Path.Combine(_folder, "loss.csv"), line + "\n", cancellationToken);
            Checkpoint.Save(CheckpointPath, Trainer);
            await ExportAsync(cancellationToken);
            (loss, tokens) = (0, 0);
            clock.Restart();
        }
    }

    /// <summary>Hears so many replies and writes the report beside the brains.</summary>
    public async Task JudgeAsync(int replies, CancellationToken cancellationToken)
    {
        await ExportAsync(cancellationToken);
        var file = Path.Combine(_folder, "seed-q8_0.gguf");
        var hash = Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(file, cancellationToken)));
        var course = await File.ReadAllLinesAsync(Path.Combine(_folder, "loss.csv"), cancellationToken);
        var rows = course.Where((_, i) => i % Math.Max(1, course.Length / 20) == 0 || i == course.Length - 1).Select(line => $"| {line.Replace(",", " | ", StringComparison.Ordinal)} |");
        var head = $"""
            # The seed brain

            Trained from seed {_plan.Seed} alone in {Trainer.Steps:N0} steps of at most {BatchTokens:N0} tokens: {Trainer.Weights.All.Length:N0} parameters, {Words.Tokens.Count:N0} tokens.
            sha256 of the Q8_0 file ({new FileInfo(file).Length:N0} bytes): `{hash}`. The figures are of the unrounded weights.

            | step | loss in training | loss on lessons held out | tokens a second |
            |---|---|---|---|
            {string.Join('\n', rows)}
            """;
        await File.WriteAllTextAsync(Path.Combine(_folder, "report.md"), new Report(new Hearing(Trainer.Weights, Words), replies).Write(head), cancellationToken);
    }

    private async Task ExportAsync(CancellationToken cancellationToken)
    {
        await BrainFile.WriteAsync(Path.Combine(_folder, "seed-f16.gguf"), Trainer.Weights, Words, WeightType.F16, cancellationToken);
        await BrainFile.WriteAsync(Path.Combine(_folder, "seed-q8_0.gguf"), Trainer.Weights, Words, WeightType.Q8_0, cancellationToken);
    }
}
