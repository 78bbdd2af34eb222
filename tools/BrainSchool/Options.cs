using System.Globalization;
using BrainSchool.Lessons;
using BrainSchool.Training;

namespace BrainSchool;

/// <summary>The command line of the school.</summary>
internal static class Options
{
    private const string Usage = """
        BrainSchool learn [--seed N] [--steps N] [--out DIR]    train a brain, or go on with one, and write its files and report
        BrainSchool judge [--seed N] [--count N] [--out DIR]    hear so many replies of its last checkpoint and write the report
        BrainSchool lessons [--seed N] [--count N]              show lessons as the grammar makes them
        """;

    public static async Task<int> RunAsync(string[] args)
    {
        if (args is not [var verb, .. var rest] || rest.Length % 2 != 0)
            return Refuse(Usage);
        var options = rest.Chunk(2).ToDictionary(pair => pair[0], pair => pair[1]);
        int Number(string name, int usual) => options.Remove(name, out var text) ? int.Parse(text, CultureInfo.InvariantCulture) : usual;
        try
        {
            var seed = Number("--seed", 7);
            switch (verb)
            {
                case "learn":
                    var folder = options.Remove("--out", out var given) ? given : "brain-school";
                    await Learn(seed, Number("--steps", 6_000), folder);
                    return 0;
                case "judge":
                    var school = new School(seed, options.Remove("--out", out var judged) ? judged : "brain-school", Console.Error);
                    await school.JudgeAsync(Number("--count", 2_000), CancellationToken.None);
                    return 0;
                case "lessons":
                    Show(new LessonPlan(seed), Number("--count", 20));
                    return 0;
                default:
                    return Refuse(Usage);
            }
        }
        catch (FormatException)
        {
            return Refuse("A number is expected behind --seed, --steps and --count.");
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
    }

    private static async Task Learn(int seed, int steps, string folder)
    {
        using var stop = new CancellationTokenSource();
        Console.CancelKeyPress += (_, e) =>
        {
            e.Cancel = true;
            stop.Cancel();
        };
        var school = new School(seed, folder, Console.Error);
        await school.LearnAsync(new Schedule(steps), stop.Token);
        await school.JudgeAsync(2_000, stop.Token);
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
