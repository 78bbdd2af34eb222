namespace BitBuddy.Conversation;

/// <summary>What people know from search boxes: "ext:pdf", "kind:image", "size:&gt;100mb", "date:yesterday", "in:Uni", "-draft", "!mp4".</summary>
internal static class OperatorWords
{
    private static readonly System.Buffers.SearchValues<char> Flags = System.Buffers.SearchValues.Create("rRilnaEht");

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
        // "find -name", "grep -r", "ls -la"
        if (raw is "-name" or "-size" or "-iname" or "-type" or "-path" or "--include" || (raw.Length is 2 or 3 && raw[0] == '-' && !raw[1..].ContainsAnyExcept(Flags)))
            return [];
        if (raw.Length > 1 && raw[0] is '-' or '!' && !raw.Contains(':') && (char.IsLetter(raw[1]) || CalendarWords.Year(raw[1..].ToString()) > 0))
            return ["without", raw[1..].ToString()];
        if (raw.Length > 2 && raw[0] is '-' or '!' && Read(raw[1..]) is { } denied)
            return ["without", .. denied];
        var end = raw.IndexOfAny(":=><");
        // filename:"a quoted name"
        if (end > 0 && end == raw.Length - 1 && raw[end] == ':' && Before.TryGetValue(raw[..end].ToString().ToLowerInvariant(), out var opens) && raw[..end] is not ("in" or "file" or "is" or "not" or "type" or "kind" or "size" or "date" or "text" or "name"))
            return opens;
        if (end <= 0 || end == raw.Length - 1 || !Before.TryGetValue(raw[..end].ToString().ToLowerInvariant(), out var before))
            return null;
        // "size>1gb", "size:>1gb"
        var value = raw[(raw[end] is ':' or '=' ? end + 1 : end)..];
        if (value.StartsWith("//"))
            return null;
        // "size:1mb..5mb"
        if (value.IndexOf("..") is > 0 and var to && to + 2 < value.Length && before is [] or ["from"])
            return ["between", value[..to].ToString(), "and", value[(to + 2)..].ToString()];
        var sign = value.StartsWith(">=") || value.StartsWith("<=") ? 2 : value.Length > 0 && value[0] is '>' or '<' ? 1 : 0;
        if (sign > 0 && before is ["from"])
            return [value[0] == '>' ? "after" : "before", value[sign..].ToString()];
        return sign == 0 ? [.. before, value.ToString()] : [.. before, value[..sign].ToString(), value[sign..].ToString()];
    }
}
