namespace BitBuddy.Llama.Worker;

/// <summary>What a frame is: 1 to 63 go to the worker, from 64 on they come back.</summary>
internal enum FrameType : byte
{
    Load = 1,
    Count = 2,
    Chat = 3,
    Cancel = 4,
    Prepare = 5,
    Resume = 6,
    Save = 7,
    Shrink = 8,
    Loading = 64,
    Loaded = 65,
    Counted = 66,
    Text = 67,
    Done = 68,
    Failed = 69,
    Mark = 70,
    Prepared = 71,
    Saved = 72,
    Shrinking = 73,
    Shrunk = 74,
}

/// <summary>One message between parent and worker.</summary>
/// <param name="Type">What it is.</param>
/// <param name="Payload">JSON.</param>
internal sealed record Frame(FrameType Type, ReadOnlyMemory<byte> Payload);
