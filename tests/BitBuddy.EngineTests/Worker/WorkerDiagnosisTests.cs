using System.Globalization;
using BitBuddy.EngineTests.App;
using BitBuddy.Llama.Worker;
using static BitBuddy.EngineTests.Talk;

namespace BitBuddy.EngineTests.Worker;

public sealed class WorkerDiagnosisTests
{
    [Theory]
    [InlineData("SEGV", "The engine crashed (SIGSEGV); ask again, or choose another brain if this goes on.")]
    [InlineData("FPE", "The engine crashed (SIGFPE); ask again, or choose another brain if this goes on.")]
    [InlineData("BUS", "The engine crashed (SIGBUS: the brain's file shrank or cannot be read any more); check the file, or choose another brain.")]
    [InlineData("ILL", "The engine crashed (SIGILL: this processor lacks an instruction); install the engine for this processor.")]
    [InlineData("ABRT", "The engine gave up (SIGABRT) after saying “oh dear”; ask again, or choose another brain if this goes on.")]
    [InlineData("KILL", "The engine was killed (SIGKILL), maybe by the system for want of memory; ask again, or choose a smaller brain.")]
    [InlineData("TERM", "The engine was ended from outside (SIGTERM); ask again.")]
    public async Task StartAsync_ProcessEndedByASignal_SaysWhich(string signal, string sentence)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "NOT TESTED: no signals.");

        Assert.Equal(sentence, await DiagnosisAsync($"head -c 6 > /dev/null; echo 'oh dear' >&2; kill -{signal} $$"));
    }

    [Fact]
    public async Task StartAsync_ProcessThatEndsByItself_IsQuotedHarmlessly()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "NOT TESTED: no shell.");

        Assert.Equal(
            @"The engine ended by itself (exit code 3) after saying “Oh \u{1b}[31mdear”; ask again, or install Bit Buddy again if this goes on.",
            await DiagnosisAsync("echo 'Oh \u001b[31mdear' >&2; exit 3"));
    }

    [Theory]
    [InlineData(134, "terminate called after throwing an instance of 'std::bad_alloc'\n  what():  std::bad_alloc\n", false)]
    [InlineData(134, "ggml_backend_cpu_buffer_type_alloc_buffer: failed to allocate buffer of size 99\nGGML_ASSERT(buffer) failed\n", false)]
    [InlineData(134, "Out of memory.\n", false)]
    [InlineData(137, "", true)]
    public void Of_WantOfMemory_SaysSo(int exitCode, string lastWords, bool killedForMemory) => Assert.Equal(
        "The engine ran out of memory and ended; close other programs, or choose a smaller brain or context.",
        WorkerDiagnosis.Of(exitCode, lastWords, killedForMemory));

    [Theory]
    [InlineData(unchecked((int)0xC0000005), "The engine crashed (SIGSEGV);")]
    [InlineData(unchecked((int)0xC0000409), "The engine gave up (SIGABRT);")]
    [InlineData(1, "The engine ended by itself (exit code 1);")]
    [InlineData(0, "The engine was ended;")]
    public void Of_ExitCode_SaysWhatItMeans(int exitCode, string beginning) =>
        Assert.StartsWith(beginning, WorkerDiagnosis.Of(exitCode, "", killedForMemory: false), StringComparison.Ordinal);

    [Fact]
    public void Of_CrashAfterMemoryWasWanting_IsACrash() =>
        Assert.StartsWith("The engine crashed (SIGSEGV);", WorkerDiagnosis.Of(139, "failed to allocate buffer of size 99\n", killedForMemory: false), StringComparison.Ordinal);

    [Fact]
    public void Of_LongLastWords_AreCut() =>
        Assert.InRange(WorkerDiagnosis.Of(1, new string('x', 5000), killedForMemory: false).Length, 200, 350);

    [Fact]
    public void Read_OfTheKernel_IsANumber()
    {
        Machine.NeedsLinux();

        Assert.True(KernelCount.Read("/proc/self/io", "rchar: ") > 0);
        Assert.Equal(0, KernelCount.Read("/proc/self/io", "nothing of this name "));
        Assert.Equal(0, KernelCount.Read("/proc/" + Environment.ProcessId.ToString(CultureInfo.InvariantCulture) + "/none", "x"));
    }

    // What a worker's parent sees of a process that ends as this script does.
    private static async Task<string> DiagnosisAsync(string script)
    {
        var settings = new WorkerSettings { Executable = "/bin/sh", Arguments = ["-c", script], ModelPath = "none.gguf" };
        return (await Assert.ThrowsAsync<WorkerDiedException>(() => WorkerChatClient.StartAsync(settings, Now))).Message;
    }
}
