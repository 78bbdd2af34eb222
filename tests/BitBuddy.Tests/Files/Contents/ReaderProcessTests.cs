using System.Diagnostics;
using System.Globalization;
using System.IO.Pipes;
using BitBuddy.Files;
using BitBuddy.Files.Contents;
using BitBuddy.Files.Contents.Readers;
using Microsoft.Extensions.Time.Testing;
using Microsoft.Win32.SafeHandles;

namespace BitBuddy.Tests.Files.Contents;

/// <summary>The reader's process and its limits: whatever a file does to it, there is an answer, and the next file is read.</summary>
public sealed class ReaderProcessTests : IDisposable
{
    private readonly TestTree _tree = new();
    private readonly FakeTimeProvider _clock = new();
    private readonly ReaderProcess _reader;

    public ReaderProcessTests()
    {
        AppReader.NeedsLinux();
        _reader = new ReaderProcess(AppReader.Start, _clock);
    }

    public void Dispose()
    {
        _reader.Dispose();
        _tree.Dispose();
    }

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Read_AFileThatNeverEnds_IsKilledAtItsTimeAndTheNextIsRead()
    {
        using var stuck = new AnonymousPipeServerStream(PipeDirection.Out);
        var reading = ReadPipeAsync(stuck);

        while (!reading.IsCompleted)
        {
            _clock.Advance(ReaderLimits.Time);
            await Task.Yield();
        }

        Assert.Equal((ContentState.Failed, ContentReason.TooSlow), Outcome(await reading));
        Assert.Equal(ContentState.Read, ReadSample("report.docx").State);
    }

    [Fact]
    public async Task Read_AndTheReaderIsKilled_SaysItCrashedAndTheNextIsRead()
    {
        using var stuck = new AnonymousPipeServerStream(PipeDirection.Out);
        var reading = ReadPipeAsync(stuck);

        (await ReaderAsync(stuck)).Kill();

        Assert.Equal((ContentState.Failed, ContentReason.Crashed), Outcome(await reading));
        Assert.Equal(ContentState.Read, ReadSample("report.docx").State);
    }

    [Fact]
    public async Task Read_Stopped_EndsTheReader()
    {
        using var stuck = new AnonymousPipeServerStream(PipeDirection.Out);
        using var stop = new CancellationTokenSource();
        var reading = ReadPipeAsync(stuck, stop.Token);
        var reader = await ReaderAsync(stuck);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
        await reader.WaitForExitAsync(Now);
        Assert.Equal(ContentState.Read, ReadSample("report.docx").State);
    }

    [Fact]
    public void Read_AFileThatNeedsMoreMemoryThanThereIs_SaysSoAndTheNextIsRead()
    {
        // One word of 150 million letters, packed into a megabyte.
        var bomb = _tree.At("bomb.docx");
        Documents.Pack(bomb, 150_000_000, "word/document.xml", "<d><t>", "aaaaaaaaaa", "</t></d>");

        var contents = Read(bomb, ContentFormat.Word);

        Assert.Equal((ContentState.Failed, ContentReason.TooMuchMemory), Outcome(contents));
        Assert.Equal(ContentState.Read, ReadSample("report.docx").State);
    }

    [Fact]
    public async Task Reader_IsTold_NoPathAndNoName()
    {
        using var stuck = new AnonymousPipeServerStream(PipeDirection.Out);
        var reading = ReadPipeAsync(stuck);
        var reader = await ReaderAsync(stuck);

        var (words, environment) = (File.ReadAllText($"/proc/{reader.Id}/cmdline").Split('\0')[1..], File.ReadAllText($"/proc/{reader.Id}/environ"));

        Assert.Equal(ReaderStart.Verb, words[0]);
        Assert.True(int.TryParse(words[1], out _));
        Assert.Equal(["", ""], [.. words[2..], ""]);
        Assert.DoesNotContain(Path.GetFileName(Path.GetDirectoryName(_tree.Root)!), environment, StringComparison.Ordinal);
        Assert.DoesNotContain("HOME=", environment, StringComparison.Ordinal);
        reader.Kill();
        await reading;
    }

    [Theory]
    [InlineData("mkfifo it")]
    [InlineData("mkdir it")]
    [InlineData("ln -s /etc/passwd it")]
    [InlineData("ln -s /dev/zero it")]
    [InlineData("python3 -c 'import socket; socket.socket(socket.AF_UNIX).bind(\"it\")'")]
    public void Of_WhatIsNoOrdinaryFile_IsRefusedAtOnce(string made)
    {
        _tree.Shell(made);

        Assert.Null(OpenFile.Of(PathText.Bytes(_tree.At("it"))));
        using var reader = new ContentReader(AppReader.Start, _clock);
        Assert.Equal(ContentReason.Unreadable, reader.Read(PathText.Bytes(_tree.At("it")), Now)!.Value.Contents.Reason);
    }

    [Theory]
    [InlineData("/dev/zero")]
    [InlineData("/dev/null")]
    [InlineData("/dev/tty")]
    public void Of_ADevice_IsRefused(string device) => Assert.Null(OpenFile.Of(PathText.Bytes(device)));

    private static (ContentState, ContentReason) Outcome(DocContents contents) => (contents.State, contents.Reason);

    private DocContents ReadSample(string name) => Read(Path.Combine(Samples.Folder, name), ContentFormat.Word);

    private DocContents Read(string path, ContentFormat format)
    {
        using var file = File.OpenHandle(path);
        return _reader.Read(file, format, Now);
    }

    // Nothing is ever written into it, so that the reader waits.
    private Task<DocContents> ReadPipeAsync(AnonymousPipeServerStream pipe, CancellationToken cancellationToken = default)
    {
        var end = new SafeFileHandle(pipe.ClientSafePipeHandle.DangerousGetHandle(), ownsHandle: false);
        return Task.Run(() => _reader.Read(end, ContentFormat.Html, cancellationToken), CancellationToken.None);
    }

    // Other tests have readers too: the one that holds this pipe's end. So does any child for a moment, before it becomes its own program.
    private static async Task<Process> ReaderAsync(AnonymousPipeServerStream pipe)
    {
        var name = File.ResolveLinkTarget($"/proc/self/fd/{pipe.SafePipeHandle.DangerousGetHandle()}", returnFinalTarget: false)!.Name;
        var reader = 0;
        await Soon.UntilAsync(() => (reader = Children().FirstOrDefault(child => Holds(child, name))) != 0);
        return Process.GetProcessById(reader);
    }

    private static bool Holds(int child, string name)
    {
        try
        {
            return File.ReadAllText($"/proc/{child}/cmdline").Contains($"\0{ReaderStart.Verb}\0", StringComparison.Ordinal)
                && Directory.GetFiles($"/proc/{child}/fd").Any(file => File.ResolveLinkTarget(file, returnFinalTarget: false)?.Name == name);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static IEnumerable<int> Children() => Directory.GetDirectories("/proc/self/task")
        .SelectMany(thread => ChildrenOf(thread).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .Select(id => int.Parse(id, CultureInfo.InvariantCulture));

    // A thread may end meanwhile.
    private static string ChildrenOf(string thread)
    {
        try
        {
            return File.ReadAllText(Path.Combine(thread, "children"));
        }
        catch (IOException)
        {
            return "";
        }
    }
}
