namespace BitBuddy.Conversation;

/// <summary>Where choices begin: the same for the same text, on every computer and in every process.</summary>
internal static class PhraseSeed
{
    public static uint Of(params ReadOnlySpan<string?> texts)
    {
        var hash = 2166136261u;
        foreach (var text in texts)
        {
            foreach (var c in text ?? "")
                hash = unchecked((hash ^ c) * 16777619);
            hash = unchecked((hash ^ '|') * 16777619);
        }

        // Mixed once more: near texts must not begin near each other.
        hash = unchecked((hash ^ (hash >> 16)) * 0x85EBCA6B);
        hash = unchecked((hash ^ (hash >> 13)) * 0xC2B2AE35);
        return (hash ^ (hash >> 16)) >> 8;
    }
}
