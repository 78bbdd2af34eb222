using System.Threading.Channels;
using BitBuddy.Isolation;

namespace BitBuddy.Llama.Worker;

/// <summary>The child process: one model, requests in turn over standard input, answers over standard output; it never opens a socket.</summary>
public static class LlamaWorker
{
    private const int Garbled = 2;

    /// <summary>Runs until standard input ends. Does not return while the parent lives.</summary>
    /// <returns>The process's exit code.</returns>
    public static int Run()
    {
        var (input, output) = ChildStreams.TakeOver();
        ProcessHardening.Apply();
        var requests = Channel.CreateUnbounded<IWorkerMessage>();
        using var desk = new WorkerDesk(output);
        new Thread(() => Listen(input, requests.Writer, desk)) { IsBackground = true, Name = "requests" }.Start();

        LlamaLog.Sink = (level, line) =>
        {
            if (level >= LlamaLogLevel.Warning)
                Console.Error.WriteLine(line);
        };
        ServeAsync(requests.Reader, desk).GetAwaiter().GetResult();
        return 0;
    }

    /// <summary>Generous, in bytes: a file that asks for more is damaged or hostile.</summary>
    private static ulong MostMemory(LoadRequest load)
    {
        const double GiB = 1 << 30;
        var file = new FileInfo(load.Path);
        // Weights may be copied and rearranged; what a token of context takes is that of the largest models.
        return (ulong)(1.5 * GiB + 2.0 * (file.Exists ? file.Length : 0) + load.Settings.ContextSize * 512.0 * 1024);
    }

    private static async Task ServeAsync(ChannelReader<IWorkerMessage> requests, WorkerDesk desk)
    {
        var marks = new MarkSender(desk.Send);
        await foreach (var request in requests.ReadAllAsync().ConfigureAwait(false))
        {
            marks.Begin(request.Id);
            if (request is LoadRequest load)
                ProcessHardening.BoundMemory(MostMemory(load));
            await desk.AnswerAsync(request).ConfigureAwait(false);
            marks.End();
        }
    }

    /// <summary>When the input ends the parent is gone, however it went: so goes the worker, whatever it is doing.</summary>
    private static void Listen(FileStream input, ChannelWriter<IWorkerMessage> requests, WorkerDesk desk)
    {
        try
        {
            var codec = new FrameCodec();
            var buffer = new byte[16 * 1024];
            for (int read; (read = input.Read(buffer)) > 0;)
            {
                foreach (var frame in codec.Add(buffer.AsSpan(0, read)))
                {
                    var message = WorkerMessages.FromFrame(frame);
                    if (message is CancelRequest cancel)
                        desk.Cancel(cancel.Id);
                    else
                        requests.TryWrite(message);
                }
            }
        }
        catch (LlamaException garbled)
        {
            Console.Error.WriteLine(garbled.Message);
            ChildStreams.Exit(Garbled);
        }
        catch (IOException)
        {
            // The pipe broke: the parent is gone.
        }

        ChildStreams.Exit(0);
    }
}
