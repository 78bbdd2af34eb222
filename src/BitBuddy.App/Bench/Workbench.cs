using System.Text.Json;
using BitBuddy.Brains;
using BitBuddy.Conversation;
using BitBuddy.Llama;
using BitBuddy.Llama.Bench;
using BitBuddy.Llama.States;
using BitBuddy.Llama.Worker;

namespace BitBuddy.App.Bench;

/// <summary>
/// A temporary home with a buddy, a brain and a folder of real files, so that the product's own ways can be measured from outside while the
/// user's home stays untouched. Disposing it removes everything.
/// </summary>
internal sealed class Workbench : IAsyncDisposable
{
    /// <summary>The name of the buddy beside the usual one.</summary>
    public const string SecondBuddy = "Onyx";

    private const long NeededBytes = 200_000_000;
    private readonly DirectoryInfo _root;
    private readonly bool _keep;
    private KnownBrain? _brain;

    private Workbench(Session session, string model, int runs, bool keep)
    {
        (Session, Model, Runs, _keep) = (session, model, runs, keep);
        _root = Directory.CreateTempSubdirectory("bitbuddy-bench-");
        Files = Path.Combine(_root.FullName, "files");
        Home = Path.Combine(_root.FullName, "home");
    }

    public Session Session { get; }

    /// <summary>The brain's file.</summary>
    public string Model { get; }
    public int Runs { get; }
    public string Home { get; }
    public string Files { get; }
    public TimeProvider Clock => Session.Clock;

    /// <exception cref="BuddyException">The model is no brain, there is no engine, or not enough room.</exception>
    public static async Task<Workbench> SetUpAsync(
        Session session, string model, int runs, bool keep, IProgress<double> progress, CancellationToken cancellationToken)
    {
        if (runs is < 1 or > 1000)
            throw new BuddyException("--runs takes a number from 1 to 1000.", ExitCode.Usage);
        model = Path.GetFullPath(model);
        BrainGate.Check(model);
        if (!Directory.Exists(EngineFolder.Find()))
            throw new BuddyException("The engine's libraries are not installed, so there is nothing to measure; see `bitbuddy doctor`.");
        if (new DriveInfo(Path.GetTempPath()).AvailableFreeSpace is var free && free < NeededBytes)
            throw new BuddyException($"{Said.Size(NeededBytes)} are needed in {Path.GetTempPath()} and {Said.Size(free)} are free; make room.");
        var bench = new Workbench(session, model, runs, keep);
        try
        {
            await bench.FurnishAsync(progress, cancellationToken);
            return bench;
        }
        catch
        {
            await bench.DisposeAsync();
            throw;
        }
    }

    /// <summary>Says on stderr what is measured now.</summary>
    public void Tell(string what) => Session.Terminal.Note($"Measuring: {what}…");

    /// <summary>
    /// Times two sides in turn, the order changing each time, the brain's file read once before each, so that both find it in memory.
    /// </summary>
    public async Task<(List<double> Ours, List<double> Plain)> AlternateAsync(
        Func<int, Task<double>> ours, Func<int, Task<double>> plain, CancellationToken cancellationToken)
    {
        var (some, others) = (new List<double>(), new List<double>());
        for (var run = 0; run < Runs; run++)
        {
            foreach (var isOurs in (bool[])(run % 2 == 0 ? [true, false] : [false, true]))
            {
                await ReadModelAsync(cancellationToken);
                (isOurs ? some : others).Add(await (isOurs ? ours : plain)(run));
            }
        }

        return (some, others);
    }

    /// <summary>A plain process; see <see cref="PlainEngine"/>.</summary>
    public Task<PlainResult> PlainAsync(
        int promptTokens, int replyTokens, CancellationToken cancellationToken, bool repack = true, bool warm = false) =>
        PlainProcess.StartAsync(new PlainSettings(Model, promptTokens, replyTokens, repack, warm), Clock, cancellationToken);

    /// <summary>A worker with the brain awake, as the program starts it.</summary>
    /// <param name="repack">Quick instead of quiet.</param>
    /// <param name="keeps">Whether it keeps prefix states.</param>
    public Task<WorkerChatClient> WakeAsync(bool repack, bool keeps, CancellationToken cancellationToken) => WorkerChatClient.StartAsync(
        new WorkerSettings
        {
            Executable = Environment.ProcessPath!,
            ModelPath = Model,
            Llama = new LlamaSettings { Repack = repack },
            States = keeps ? new StateSettings(new BuddyHome(Home).States, _brain!.Sha256, PromptBudget.Layout, new BrainSettings().StateBytes) : null,
        }, cancellationToken);

    /// <summary>A whole <c>bitbuddy ask --json</c>.</summary>
    public async Task<AskRun> AskAsync(string question, CancellationToken cancellationToken)
    {
        var startedAt = Clock.GetTimestamp();
        using var child = new ChildProcess(Environment.ProcessPath!, ["ask", question, "--fresh", "--json"]);
        var first = new char[1];
        var any = await child.Output.ReadAsync(first, cancellationToken) > 0;
        var said = Clock.GetElapsedTime(startedAt).TotalMilliseconds;
        var rest = await child.Output.ReadToEndAsync(cancellationToken);
        if (await child.EndAsync(cancellationToken) != 0 || !any)
            throw new BuddyException($"`ask` failed: {Display.Line(await child.Errors)}");
        using var json = JsonDocument.Parse(first[0] + rest);
        return AskRun.Of(json.RootElement, said);
    }

    public ValueTask DisposeAsync()
    {
        try
        {
            if (_keep)
                Session.Terminal.Note($"Kept: {_root.FullName}");
            else
                _root.Delete(recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Session.Terminal.Note($"{_root.FullName} could not be removed; remove it by hand.");
        }

        return ValueTask.CompletedTask;
    }

    private async Task FurnishAsync(IProgress<double> progress, CancellationToken cancellationToken)
    {
        // Settings and the home of the user do not count here, in this process and in its children.
        foreach (string name in Environment.GetEnvironmentVariables().Keys)
        {
            if (name.StartsWith("BITBUDDY_", StringComparison.OrdinalIgnoreCase) && name != EngineFolder.Variable)
                Environment.SetEnvironmentVariable(name, null);
        }

        Environment.SetEnvironmentVariable("BITBUDDY_HOME", Home);
        BenchFiles.Write(Files);
        await using var host = Session.NewHost();
        host.Meet("Pixel", "citrus", seed: 1);
        host.Meet(SecondBuddy, "slate", seed: 2);
        await host.PrepareAsync([Files], progress: null, cancellationToken);
        _brain = await host.Brains.ImportAsync(Model, copy: false, progress, cancellationToken);
        host.Choice.UseIfFirst(_brain);
    }

    private async Task ReadModelAsync(CancellationToken cancellationToken)
    {
        await using var file = new FileStream(Model, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.SequentialScan);
        await file.CopyToAsync(Stream.Null, 1 << 20, cancellationToken);
    }
}
