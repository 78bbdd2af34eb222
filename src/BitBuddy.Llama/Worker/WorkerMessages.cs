using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using BitBuddy.Llama.States;

namespace BitBuddy.Llama.Worker;

/// <summary>What both ends say to each other; an answer carries the id of its request.</summary>
internal interface IWorkerMessage
{
    int Id { get; }
}

internal sealed record LoadRequest(int Id, string Path, LlamaSettings Settings, StateSettings? States) : IWorkerMessage;

internal sealed record CountRequest(int Id, IReadOnlyList<PromptMessage> Messages) : IWorkerMessage;

internal sealed record ChatRequest(int Id, IReadOnlyList<PromptMessage> Messages, ReplyOptions Options) : IWorkerMessage;

/// <summary>Stops the request of the same id; that one still gets its last answer.</summary>
internal sealed record CancelRequest(int Id) : IWorkerMessage;

/// <summary>Computes a head ahead of its question.</summary>
internal sealed record PrepareRequest(int Id, IReadOnlyList<PromptMessage> Messages) : IWorkerMessage;

/// <summary>Goes on with the last reply, ended or not, from a position of it.</summary>
internal sealed record ResumeRequest(int Id, int Position, IReadOnlyList<int> Closed) : IWorkerMessage;

/// <summary>Answered when all states taken until then are on disk.</summary>
internal sealed record SaveRequest(int Id) : IWorkerMessage;

/// <summary>Writes a model again with smaller weights; answered with progress, then <see cref="ShrunkAnswer"/>.</summary>
internal sealed record ShrinkRequest(int Id, string From, string To, ShrinkType Type, int Threads) : IWorkerMessage;

/// <summary>A sign of life while a model loads.</summary>
internal sealed record LoadingAnswer(int Id, float Fraction) : IWorkerMessage;

internal sealed record LoadedAnswer(int Id, ModelInfo Info) : IWorkerMessage;

internal sealed record CountedAnswer(int Id, PromptCount Count) : IWorkerMessage;

internal sealed record PreparedAnswer(int Id, PreparedHead Head) : IWorkerMessage;

internal sealed record SavedAnswer(int Id) : IWorkerMessage;

/// <summary>The share of tensors done.</summary>
internal sealed record ShrinkingAnswer(int Id, float Fraction) : IWorkerMessage;

internal sealed record ShrunkAnswer(int Id) : IWorkerMessage;

internal sealed record TextAnswer(int Id, string Text, int Position, int Token) : IWorkerMessage;

internal sealed record DoneAnswer(int Id, string Text, ReplyEnd End) : IWorkerMessage;

internal sealed record FailedAnswer(int Id, FailureKind Kind, string Sentence) : IWorkerMessage;

/// <summary>How far the work on a request has got; sent once a second. The same count again means that nothing was done since.</summary>
internal sealed record MarkAnswer(int Id, long Count) : IWorkerMessage;

internal enum FailureKind
{
    /// <summary>The sentence tells what to do.</summary>
    Refused,
    Cancelled,

    /// <summary>A mistake in the program.</summary>
    Broken,
}

[JsonSourceGenerationOptions(
    MaxDepth = 16,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    AllowDuplicateProperties = false)]
[JsonSerializable(typeof(LoadRequest))]
[JsonSerializable(typeof(CountRequest))]
[JsonSerializable(typeof(ChatRequest))]
[JsonSerializable(typeof(CancelRequest))]
[JsonSerializable(typeof(PrepareRequest))]
[JsonSerializable(typeof(ResumeRequest))]
[JsonSerializable(typeof(SaveRequest))]
[JsonSerializable(typeof(LoadingAnswer))]
[JsonSerializable(typeof(LoadedAnswer))]
[JsonSerializable(typeof(CountedAnswer))]
[JsonSerializable(typeof(TextAnswer))]
[JsonSerializable(typeof(DoneAnswer))]
[JsonSerializable(typeof(FailedAnswer))]
[JsonSerializable(typeof(MarkAnswer))]
[JsonSerializable(typeof(PreparedAnswer))]
[JsonSerializable(typeof(SavedAnswer))]
[JsonSerializable(typeof(ShrinkRequest))]
[JsonSerializable(typeof(ShrinkingAnswer))]
[JsonSerializable(typeof(ShrunkAnswer))]
internal sealed partial class WorkerJson : JsonSerializerContext;

/// <summary>Messages to frames and back.</summary>
internal static class WorkerMessages
{
    private static readonly Dictionary<FrameType, JsonTypeInfo> Types = new()
    {
        [FrameType.Load] = WorkerJson.Default.LoadRequest,
        [FrameType.Count] = WorkerJson.Default.CountRequest,
        [FrameType.Chat] = WorkerJson.Default.ChatRequest,
        [FrameType.Cancel] = WorkerJson.Default.CancelRequest,
        [FrameType.Prepare] = WorkerJson.Default.PrepareRequest,
        [FrameType.Resume] = WorkerJson.Default.ResumeRequest,
        [FrameType.Save] = WorkerJson.Default.SaveRequest,
        [FrameType.Shrink] = WorkerJson.Default.ShrinkRequest,
        [FrameType.Shrinking] = WorkerJson.Default.ShrinkingAnswer,
        [FrameType.Shrunk] = WorkerJson.Default.ShrunkAnswer,
        [FrameType.Loading] = WorkerJson.Default.LoadingAnswer,
        [FrameType.Loaded] = WorkerJson.Default.LoadedAnswer,
        [FrameType.Counted] = WorkerJson.Default.CountedAnswer,
        [FrameType.Text] = WorkerJson.Default.TextAnswer,
        [FrameType.Done] = WorkerJson.Default.DoneAnswer,
        [FrameType.Failed] = WorkerJson.Default.FailedAnswer,
        [FrameType.Mark] = WorkerJson.Default.MarkAnswer,
        [FrameType.Prepared] = WorkerJson.Default.PreparedAnswer,
        [FrameType.Saved] = WorkerJson.Default.SavedAnswer,
    };

    /// <exception cref="LlamaException">The message is too long for a frame.</exception>
    public static byte[] ToFrame(IWorkerMessage message)
    {
        var (type, info) = Types.First(pair => pair.Value.Type == message.GetType());
        return FrameCodec.Encode(type, JsonSerializer.SerializeToUtf8Bytes(message, info));
    }

    /// <exception cref="LlamaException">The payload is not what its type says.</exception>
    public static IWorkerMessage FromFrame(Frame frame)
    {
        try
        {
            return (IWorkerMessage?)JsonSerializer.Deserialize(frame.Payload.Span, Types[frame.Type])
                ?? throw new LlamaException("The engine's messages are garbled.");
        }
        catch (JsonException wrong)
        {
            throw new LlamaException("The engine's messages are garbled.", wrong);
        }
    }
}
