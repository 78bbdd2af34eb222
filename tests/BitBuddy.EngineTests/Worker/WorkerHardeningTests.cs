using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.InteropServices;
using BitBuddy.EngineTests.App;
using BitBuddy.Llama;
using BitBuddy.Isolation;
using BitBuddy.Llama.Worker;
using static BitBuddy.EngineTests.Talk;

namespace BitBuddy.EngineTests.Worker;

/// <summary>What a worker gave up, as the system tells it.</summary>
[Collection(EngineCollection.Name)]
[SuppressMessage("Interoperability", "SYSLIB1054", Justification = "Short.")]
[SuppressMessage("Interoperability", "CA1838", Justification = "Short.")]
public sealed class WorkerHardeningTests(EngineFixture engine)
{
    private const int NotPermitted = 1;
    private const nint IoUringSetup = 425;
    private const nint PidfdGetfd = 438;

    [Fact]
    public async Task Worker_ThatRuns_GaveUpRightsCoresAndMemory()
    {
        Machine.NeedsLinux();
        var brain = engine.Brain("Well.");
        await using var worker = await StartAsync(brain);
        Assert.Equal("Well.", (await worker.GetResponseAsync([User("hi")], Cold, Now)).Text);

        foreach (var thread in Directory.GetDirectories($"/proc/{worker.ProcessId}/task"))
        {
            var status = File.ReadAllText(Path.Combine(thread, "status"));
            Assert.Contains("NoNewPrivs:\t1\n", status, StringComparison.Ordinal);
            Assert.Contains("Seccomp:\t2\n", status, StringComparison.Ordinal);
        }

        Assert.Equal("500", File.ReadAllText($"/proc/{worker.ProcessId}/oom_score_adj").Trim());
        Assert.Equal("0", Limit(worker, "Max core file size"));
        var memory = (3L << 29) + 2 * new FileInfo(brain).Length + 512 * (512L << 10);
        Assert.Equal(memory.ToString(CultureInfo.InvariantCulture), Limit(worker, "Max data size"));
        Assert.Equal("unlimited", Limit(worker, "Max address space"));
    }

    [Fact]
    public async Task Worker_OfAParentWithOpenDescriptors_InheritsNone()
    {
        Machine.NeedsLinux();
        var path = engine.NewPath("open");
        using var file = File.Create(path);
        // A copy made by the system is one that children get.
        var inheritable = dup((int)file.SafeFileHandle.DangerousGetHandle());

        await using var worker = await StartAsync(engine.Brain("Well."));

        var descriptors = Directory.EnumerateFiles($"/proc/{worker.ProcessId}/fd").Select(link => new FileInfo(link).LinkTarget).ToList();
        Assert.Equal(0, close(inheritable));
        Assert.DoesNotContain(path, descriptors);
        Assert.NotEmpty(descriptors);
    }

    [Fact]
    public void Filter_OfOneThread_RefusesNetworkProgramsAndOtherProcesses()
    {
        Machine.NeedsLinux();
        var before = new List<int>();
        var after = new List<int>();
        var installed = false;
        var thread = new Thread(() =>
        {
            before = Tried();
            _ = prctl(38, 1, 0, 0, 0);
            installed = SystemCallFilter.Install(everyThread: false);
            after = Tried();
        });
        thread.Start();
        thread.Join();

        Assert.SkipUnless(installed, "NOT TESTED: this system takes no filter.");
        Assert.DoesNotContain(NotPermitted, before);
        Assert.All(after, error => Assert.Equal(NotPermitted, error));
        // Every other thread goes on as before.
        Assert.NotEqual(NotPermitted, Error(execve(0, 0, 0)));
    }

    // With arguments that no kernel accepts, so that each fails in another way while it is permitted.
    private static List<int> Tried() =>
    [
        Error(socket(-1, 0, 0)), Error(socketpair(-1, 0, 0, 0)), Error(connect(-1, 0, 0)), Error(bind(-1, 0, 0)), Error(listen(-1, 0)),
        Error(accept(-1, 0, 0)), Error(accept4(-1, 0, 0, 0)), Error(execve(0, 0, 0)), Error(execveat(-1, 0, 0, 0, 0)),
        Error((int)ptrace(-1, int.MaxValue, 0, 0)), Error((int)process_vm_readv(int.MaxValue, 0, 0, 0, 0, 0)),
        Error((int)process_vm_writev(int.MaxValue, 0, 0, 0, 0, ulong.MaxValue)),
        Error((int)syscall(IoUringSetup, 0, 0, 0)), Error((int)syscall(PidfdGetfd, -1, -1, 0)),
    ];

    private static int Error(int result) => result < 0 ? Marshal.GetLastPInvokeError() : 0;

    private static string Limit(WorkerChatClient worker, string name) => File.ReadLines($"/proc/{worker.ProcessId}/limits")
        .Single(line => line.StartsWith(name, StringComparison.Ordinal))[name.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries)[0];

    private static Task<WorkerChatClient> StartAsync(string brain) =>
        WorkerChatClient.StartAsync(new WorkerSettings { Executable = Repository.App, ModelPath = brain }, Now);

    [DllImport("libc")]
    private static extern int dup(int descriptor);

    [DllImport("libc")]
    private static extern int close(int descriptor);

    [DllImport("libc")]
    private static extern int prctl(int option, nuint a, nuint b, nuint c, nuint d);

    [DllImport("libc", SetLastError = true)]
    private static extern nint syscall(nint number, nint a, nint b, nint c);

    [DllImport("libc", SetLastError = true)]
    private static extern int socket(int a, int b, int c);

    [DllImport("libc", SetLastError = true)]
    private static extern int socketpair(int a, int b, int c, nint d);

    [DllImport("libc", SetLastError = true)]
    private static extern int connect(int a, nint b, int c);

    [DllImport("libc", SetLastError = true)]
    private static extern int bind(int a, nint b, int c);

    [DllImport("libc", SetLastError = true)]
    private static extern int listen(int a, int b);

    [DllImport("libc", SetLastError = true)]
    private static extern int accept(int a, nint b, nint c);

    [DllImport("libc", SetLastError = true)]
    private static extern int accept4(int a, nint b, nint c, int d);

    [DllImport("libc", SetLastError = true)]
    private static extern int execve(nint a, nint b, nint c);

    [DllImport("libc", SetLastError = true)]
    private static extern int execveat(int a, nint b, nint c, nint d, int e);

    [DllImport("libc", SetLastError = true)]
    private static extern nint ptrace(nint a, int b, nint c, nint d);

    [DllImport("libc", SetLastError = true)]
    private static extern nint process_vm_readv(int a, nint b, ulong c, nint d, ulong e, ulong f);

    [DllImport("libc", SetLastError = true)]
    private static extern nint process_vm_writev(int a, nint b, ulong c, nint d, ulong e, ulong f);
}
