namespace BitBuddy.Conversation;

/// <summary>What people know from search boxes: "ext:pdf", "kind:image", "size:&gt;100mb", "date:yesterday", "in:Uni", "-draft", "!mp4".</summary>
internal static class OperatorWords
{
    // The words that stand for an operator before its value.
    private static readonly Dictionary<string, string[]> Before = new()
    {
        ["ext"] = ["extension"], ["extension"] = ["extension"], ["filetype"] = ["extension"], ["fileext"] = ["extension"],
        ["kind"] = [], ["type"] = [], ["name"] = [], ["filename"] = [], ["file"] = [], ["size"] = [], ["is"] = [],
        ["date"] = ["from"], ["modified"] = ["from"], ["datemodified"] = ["from"], ["dm"] = ["from"], ["created"] = ["from"], ["datecreated"] = ["from"], ["year"] = ["from"], ["when"] = ["from"],
        ["taken"] = ["taken", "from"], ["datetaken"] = ["taken", "from"], ["in"] = ["in"], ["folder"] = ["in"], ["path"] = ["in"], ["parent"] = ["in"], ["location"] = ["in"],
        ["content"] = ["containing"], ["contents"] = ["containing"], ["text"] = ["containing"], ["contains"] = ["containing"],
        ["after"] = ["after"], ["before"] = ["before"], ["since"] = ["since"], ["not"] = ["without"],
    };

    /// <summary>The words an operator stands for, its value last; null when it is none.</summary>
    public static string[]? Read(ReadOnlySpan<char> raw)
    {
        if (raw.Length > 1 && raw[0] is '-' or '!' && char.IsLetter(raw[1]))
            return ["without", raw[1..].ToString()];
        var end = raw.IndexOfAny(":=><");
        if (end <= 0 || end == raw.Length - 1 || !Before.TryGetValue(raw[..end].ToString().ToLowerInvariant(), out var before))
            return null;
        // "size>1gb", "size:>1gb"
        var value = raw[(raw[end] is ':' or '=' ? end + 1 : end)..];
        if (value.StartsWith("//"))
            return null;
        var sign = value.StartsWith(">=") || value.StartsWith("<=") ? 2 : value.Length > 0 && value[0] is '>' or '<' ? 1 : 0;
        if (sign > 0 && before is ["from"])
            return [value[0] == '>' ? "after" : "before", value[sign..].ToString()];
        return sign == 0 ? [.. before, value.ToString()] : [.. before, value[..sign].ToString(), value[sign..].ToString()];
    }
}
