namespace BitBuddy.Files.Contents;

/// <summary>Reasons in words.</summary>
public static class ContentReasons
{
    /// <summary>What is said behind the file's name.</summary>
    public static string Say(ContentReason reason) => reason switch
    {
        ContentReason.Empty => "is empty",
        ContentReason.Binary => "is no text",
        ContentReason.NoText => "holds no text",
        ContentReason.Password => "is protected by a password",
        ContentReason.Damaged => "is damaged or cut short",
        ContentReason.OtherFormat => "is not what its name says",
        ContentReason.TooLong => $"is long: its first {ContentSink.MostText:N0} characters are known",
        ContentReason.TooSlow => $"took longer than {Readers.ReaderLimits.Time.TotalSeconds:0} s: what was read until then is known",
        ContentReason.TooMuchMemory => $"needs more than {Readers.ReaderLimits.Memory / 1_000_000} MB of memory to be read",
        ContentReason.Crashed => "made the reader crash",
        ContentReason.TurnedOff => "lies where you turned contents off",
        ContentReason.Unreadable => "could not be opened",
        _ => "is read",
    };
}
