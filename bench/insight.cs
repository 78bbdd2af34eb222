#:property PublishAot=false

// Duplicates among real files, beside `fdupes -q -r -A` and `jdupes -q -r` on the same folder, whole processes, the order changing.
//   dotnet run bench/insight.cs -- APP [--files 100000] [--runs 3] [--seed 1]
// APP is the published executable; fdupes and jdupes are Debian's. Every answer is compared with what was written to disk.
using System.Diagnostics;
using System.Text.Json.Nodes;

if (args.Length == 0)
{
    Console.Error.WriteLine("Name the published executable: dotnet run bench/insight.cs -- APP");
    return 2;
}

var app = Path.GetFullPath(args[0]);
var files = Option("--files", 100_000);
var runs = Option("--runs", 3);
var random = new Random(Option("--seed", 1));
var root = Directory.CreateTempSubdirectory("bitbuddy-insight-").FullName;
var tree = Path.Combine(root, "files");
var home = Path.Combine(root, "home");
Environment.SetEnvironmentVariable("BITBUDDY_HOME", home);
try
{
    var (groups, copies, bytes) = WriteTree();
    Console.WriteLine($"{files:N0} files, {bytes / 1e6:N0} MB, {groups:N0} sets of duplicates with {copies:N0} copies; medians of {runs} runs, whole processes, seconds");
    Run(app, "folders", "add", tree);

    // Who reads first fills the page cache for the rest: everybody once, untimed.
    Run("fdupes", "-q", "-r", "-n", tree);
    var (first, again, tidy, fdupes, jdupes, map) = (new List<double>(), new List<double>(), new List<double>(), new List<double>(), new List<double>(), new List<double>());
    for (var run = 0; run < runs; run++)
    {
        Action[] turns =
        [
            () =>
            {
                foreach (var side in (string[])["", "-wal", "-shm"])
                    File.Delete(Path.Combine(home, "hashes.db" + side));
                first.Add(Ask("find duplicates"));
                again.Add(Ask("find duplicates"));
            },
            () => fdupes.Add(Peer("fdupes", "-q", "-r", "-n", tree)),
            () => jdupes.Add(Peer("jdupes", "-q", "-r", "-z", tree)),
        ];
        foreach (var turn in run % 2 == 0 ? turns : turns.Reverse())
            turn();
        tidy.Add(Time(() => Run(app, "find", "what should I tidy up?", "--json")).Seconds);
        map.Add(Time(() => Run(app, "files", "map", "--json")).Seconds);
    }

    Print("find duplicates, nothing known", first);
    Print("find duplicates, again", again);
    Print("fdupes -r", fdupes, first);
    Print("jdupes -r", jdupes, first);
    Print("tidy, again", tidy);
    Print("files map", map);

    double Ask(string question)
    {
        var (seconds, output) = Time(() => Run(app, "find", question, "--json"));
        var facts = JsonNode.Parse(output)!;
        if (facts["group_count"]!.GetValue<int>() != groups || facts["count"]!.GetValue<int>() != groups + copies)
            throw new InvalidOperationException($"{groups} sets with {copies} copies were written, but: {output[..Math.Min(output.Length, 300)]}");
        return seconds;
    }

    double Peer(string program, params string[] words)
    {
        var (seconds, output) = Time(() => Run(program, words));
        var found = output.TrimEnd('\n').Split("\n\n").Length;
        return found == groups ? seconds : throw new InvalidOperationException($"{program} found {found} sets, {groups} were written");
    }
}
finally
{
    Directory.Delete(root, recursive: true);
}

return 0;

// Sizes as people have them: many small ones, a few of megabytes; one in ten is a copy, one in ten shares only its size.
(int Groups, int Copies, long Bytes) WriteTree()
{
    var (written, copied, sum, copies) = (new List<string>(), new HashSet<string>(), 0L, 0);
    for (var i = 0; i < files; i++)
    {
        var folder = Path.Combine(tree, $"folder {i / 1000}", $"{i / 50}");
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, $"file {i}.{(i % 3 == 0 ? "jpg" : "pdf")}");
        if (i % 10 == 9 && random.Next(2) == 0)
        {
            var of = written[random.Next(written.Count)];
            File.Copy(of, path);
            copied.Add(of);
            copies++;
        }
        else
        {
            var size = i % 1000 == 0 ? 2_000_000 : i % 100 == 0 ? 200_000 : i % 10 == 0 ? 5_000 : random.Next(100, 12_000);
            var content = new byte[size];
            random.NextBytes(content);
            File.WriteAllBytes(path, content);
            written.Add(path);
        }

        sum += new FileInfo(path).Length;
        File.SetLastWriteTimeUtc(path, DateTime.UtcNow.AddMinutes(-10 - random.Next(60 * 24 * 365 * 3)));
    }

    return (copied.Count, copies, sum);
}

(double Seconds, string Output) Time(Func<string> work)
{
    var begun = Stopwatch.GetTimestamp();
    var output = work();
    return (Stopwatch.GetElapsedTime(begun).TotalSeconds, output);
}

string Run(string program, params string[] words)
{
    using var process = Process.Start(new ProcessStartInfo(program, words) { RedirectStandardOutput = true, RedirectStandardError = true })!;
    process.ErrorDataReceived += (_, _) => { };
    process.BeginErrorReadLine();
    var output = process.StandardOutput.ReadToEnd();
    process.WaitForExit();
    return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {output}");
}

void Print(string what, List<double> seconds, List<double>? beside = null) => Console.WriteLine(
    $"{what,-34}{Median(seconds),8:0.00}   {(beside is null ? "" : $"ours takes {Median(beside) / Median(seconds):0.00} of it; ")}best {seconds.Min():0.00}, worst {seconds.Max():0.00}");

double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

int Option(string name, int otherwise) => Array.IndexOf(args, name) is var at and >= 0 ? int.Parse(args[at + 1]) : otherwise;
