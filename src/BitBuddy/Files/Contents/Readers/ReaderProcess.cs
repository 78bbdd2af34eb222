using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using BitBuddy.Isolation;
using BitBuddy.Platform;
using Microsoft.Win32.SafeHandles;

namespace BitBuddy.Files.Contents.Readers;

/// <summary>
/// The process that reads files, as its parent sees it: started on first need, ended when a file takes too long or makes it crash,
/// and then started anew for the next. One file at a time.
/// </summary>
internal sealed class ReaderProcess(ReaderStart start, TimeProvider clock) : IDisposable
{
    private static readonly string[] KeptVariables = ["DOTNET_ROOT", "PATH", "LANG", "TMPDIR", "SystemRoot"];

    private readonly Lock _gate = new();
    private Process? _process;
    private FilePost? _desk;
    private ContentReason _killed;

    /// <summary>What stands in an open file. Whatever happens to the reader, there is an answer.</summary>
    /// <exception cref="BuddyException">No reader can be started here.</exception>
    /// <exception cref="OperationCanceledException">It was stopped, and the reader with it.</exception>
    public DocContents Read(SafeFileHandle file, ContentFormat format, CancellationToken cancellationToken)
    {
        var contents = new DocContents { Format = format };
        var process = Ready();
        _killed = ContentReason.None;
        using var late = clock.CreateTimer(_ => Kill(process, ContentReason.TooSlow), null, start.Time, Timeout.InfiniteTimeSpan);
        using (cancellationToken.Register(() => Kill(process, ContentReason.Crashed)))
        {
            var isDone = _desk!.Send(file, (byte)format) && Hear(process.StandardOutput.BaseStream, contents);
            cancellationToken.ThrowIfCancellationRequested();
            if (isDone)
                return contents;
        }

        contents.Reason = Ended(process);
        contents.State = contents.Parts.Count > 0 ? ContentState.Part : ContentState.Failed;
        return contents;
    }

    public void Dispose() => End();

    private Process Ready()
    {
        if (_process is { HasExited: false } running)
            return running;
        End();
        var desk = FilePost.Create();
        var info = new ProcessStartInfo(start.Executable, [ReaderStart.Verb, desk.Number.ToString(CultureInfo.InvariantCulture)])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        var kept = KeptVariables.ToDictionary(name => name, Environment.GetEnvironmentVariable);
        info.Environment.Clear();
        foreach (var (name, value) in kept.Where(pair => pair.Value is not null))
            info.Environment[name] = value;
        // The runtime's diagnostics would open a socket.
        info.Environment["DOTNET_EnableDiagnostics"] = "0";
        info.Environment["DOTNET_GCHeapHardLimit"] = $"0x{ReaderLimits.Objects:x}";
        info.Environment["DOTNET_gcConcurrent"] = "0";
        try
        {
            _process = ParentGuard.Start(info, desk.LetInherit);
        }
        catch (Win32Exception e)
        {
            desk.Dispose();
            throw new BuddyException("The program that reads files cannot be started; install Bit Buddy again.", inner: e);
        }

        desk.CloseOther();
        _desk = desk;
        // What it prints is nobody's, but a full pipe would hold it up.
        _process.ErrorDataReceived += (_, _) => { };
        _process.BeginErrorReadLine();
        return _process;
    }

    // False where it ended before the file did.
    private static bool Hear(Stream output, DocContents contents)
    {
        var characters = 0L;
        try
        {
            while (ReaderFrame.Read(output) is { } frame)
            {
                switch (frame.Kind)
                {
                    case ReaderFrame.Type.Part when (characters += frame.Text.Length) <= ContentSink.MostText:
                        contents.Parts.Add(new TextPart(frame.Text, frame.First < 0 ? null : frame.First, frame.Second < 0 ? null : frame.Second));
                        break;
                    case ReaderFrame.Type.Fact when Enum.IsDefined((ContentFact)frame.First):
                        contents.Facts[(ContentFact)frame.First] = frame.Text;
                        break;
                    case ReaderFrame.Type.End when Enum.IsDefined((ContentState)frame.First) && Enum.IsDefined((ContentReason)frame.Second):
                        (contents.State, contents.Reason) = ((ContentState)frame.First, (ContentReason)frame.Second);
                        return true;
                    default:
                        return false;
                }
            }
        }
        catch (Exception e) when (e is IOException or InvalidDataException or ObjectDisposedException)
        {
            // It ended in the middle of a word, or says what no reader of ours says.
        }

        return false;
    }

    private ContentReason Ended(Process process)
    {
        Kill(process, ContentReason.Crashed);
        process.WaitForExit();
        End();
        return _killed;
    }

    private void Kill(Process process, ContentReason why)
    {
        lock (_gate)
            _killed = _killed == ContentReason.None ? why : _killed;
        try
        {
            process.Kill();
        }
        catch (Exception over) when (over is InvalidOperationException or Win32Exception)
        {
            // It has ended already.
        }
    }

    private void End()
    {
        if (_process is null)
            return;
        Kill(_process, ContentReason.None);
        _desk?.Dispose();
        _process.Dispose();
        (_process, _desk) = (null, null);
    }
}
