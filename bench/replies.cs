#:project ../src/BitBuddy/BitBuddy.csproj

// Replies without a brain, timed within one process over so many real files: from the question to the facts, and to the whole reply.
//   dotnet publish bench/replies.cs -c Release -o DIR && DIR/replies [--files 100000] [--asked 100]
using System.Diagnostics;
using BitBuddy;
using BitBuddy.Conversation;

var (count, asked) = (Option("--files", 100_000), Option("--asked", 100));
var root = Directory.CreateTempSubdirectory("bitbuddy-bench-").FullName;
try
{
    for (var i = 0; i < count; i++)
    {
        var folder = Path.Combine(root, "files", $"{i / 500}", $"{i / 25}");
        if (i % 25 == 0)
            Directory.CreateDirectory(folder);
        File.WriteAllBytes(Path.Combine(folder, $"report {i}.{(i % 7 == 0 ? "pdf" : "txt")}"), new byte[i % 900]);
    }

    await using var host = new BuddyHost(new BuddyHome(Path.Combine(root, "home")), loader: null, TimeProvider.System);
    var folders = await host.PrepareAsync([Path.Combine(root, "files")], progress: null, default);
    var buddy = host.Buddy(null);
    string[] kinds = ["count", "find", "largest", "small talk", "status"];
    var rows = new List<(string Kind, double Facts, double Whole)>();
    for (var i = 0; i < asked; i++)
    {
        string[] questions = [$"how many pdfs over {i} bytes do I have", $"find report {i}7", $"what are my {i % 15 + 2} biggest files", "how are you", "status"];
        var begun = Stopwatch.GetTimestamp();
        var facts = 0.0;
        await foreach (var part in buddy.AskAsync(new Question(questions[i % questions.Length]) { Folders = folders, AskedAt = begun }))
            facts = part is ReplyPart.FactsFound ? Stopwatch.GetElapsedTime(begun).TotalMilliseconds : facts;
        // As a chat does while the user reads and types.
        var whole = Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
        if (!args.Contains("--alone"))
            await host.CatchUpAsync(folders, TimeSpan.FromSeconds(2), default);
        rows.Add((kinds[i % kinds.Length], facts, whole));
    }

    Console.WriteLine($"{count:N0} files in {count / 25 + count / 500:N0} folders, {rows.Count} replies without a brain, milliseconds: median and worst; the first reply, {rows[0].Whole:0.0}, opened the index");
    foreach (var kind in kinds.Append("all"))
    {
        var some = rows.Skip(1).Where(row => kind == "all" || row.Kind == kind).ToList();
        Console.WriteLine($"{kind,-12} facts{Median(some.Select(row => row.Facts)),8:0.0}{some.Max(row => row.Facts),8:0.0}   whole reply{Median(some.Select(row => row.Whole)),8:0.0}{some.Max(row => row.Whole),8:0.0}");
    }
}
finally
{
    Directory.Delete(root, recursive: true);
}

static double Median(IEnumerable<double> numbers) => numbers.Order().ToList() is var sorted ? sorted[sorted.Count / 2] : 0;

int Option(string name, int otherwise) => Array.IndexOf(args, name) is var at and >= 0 ? int.Parse(args[at + 1]) : otherwise;
