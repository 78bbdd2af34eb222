using System.Buffers;
using System.Text;

namespace BitBuddy.Files.Contents.Formats;

/// <summary>The words of a web page: tags are dropped, blocks end lines, scripts and styles are passed over. No page is too broken for it.</summary>
internal static class HtmlText
{
    private const int MostBytes = 32 << 20;

    private static readonly SearchValues<char> NameEnds = SearchValues.Create("\"'> ;/\r\n");

    private static readonly HashSet<string> Silent = ["script", "style", "noscript", "template", "head"];

    private static readonly HashSet<string> Inline =
        ["a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "del", "dfn", "em", "font", "i", "ins", "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr"];

    public static void Read(Stream file, ContentSink sink)
    {
        var bytes = Bounded.Bytes(file, MostBytes);
        var encoding = Declared(bytes) ?? Charset.Of(bytes);
        Write(encoding.GetString(bytes).TrimStart('\uFEFF'), sink, page: null);
    }

    /// <summary>Each block of text becomes a part at its line of the source, or one of <paramref name="page"/>.</summary>
    public static void Write(string html, ContentSink sink, int? page)
    {
        var line = 1;
        var block = new StringBuilder();
        var blockLine = 1;
        for (var at = 0; at < html.Length;)
        {
            var tag = html.IndexOf('<', at);
            var end = tag < 0 ? html.Length : tag;
            if (block.Length == 0)
                blockLine = line + LeadingLines(html.AsSpan(at, end - at));
            AppendText(block, html.AsSpan(at, end - at));
            line += html.AsSpan(at, end - at).Count('\n');
            if (tag < 0)
                break;
            at = SkipTag(html, tag, sink, out var name);
            line += html.AsSpan(tag, at - tag).Count('\n');
            if (!Inline.Contains(name))
                EndBlock(block, sink, page, blockLine);
        }

        EndBlock(block, sink, page, blockLine);
    }

    private static int SkipTag(string html, int tag, ContentSink sink, out string name)
    {
        name = "";
        if (html.AsSpan(tag).StartsWith("<!--", StringComparison.Ordinal))
            return html.IndexOf("-->", tag + 4, StringComparison.Ordinal) is var close and >= 0 ? close + 3 : html.Length;
        var start = tag + 1;
        var isEnd = start < html.Length && html[start] == '/';
        var stop = start + (isEnd ? 1 : 0);
        var from = stop;
        while (stop < html.Length && char.IsAsciiLetterOrDigit(html[stop]))
            stop++;
        name = html[from..stop].ToLowerInvariant();
        if (name.Length == 0 && !(stop < html.Length && html[stop] is '!' or '?'))
        {
            // A sign and no tag: "a < b".
            name = "span";
            return tag + 1;
        }

        var closed = html.IndexOf('>', stop) is var sign and >= 0 ? sign + 1 : html.Length;
        if (isEnd || !Silent.Contains(name))
            return closed;
        var over = html.IndexOf("</" + name, closed, StringComparison.OrdinalIgnoreCase);
        // A head that is not closed ends where the body begins.
        if (name == "head" && over < 0)
            over = html.IndexOf("<body", closed, StringComparison.OrdinalIgnoreCase);
        over = over < 0 ? html.Length : over;
        if (name == "head")
            sink.Add(ContentFact.Title, TitleIn(html.AsSpan(closed, over - closed)));
        return over;
    }

    private static string? TitleIn(ReadOnlySpan<char> head)
    {
        var begin = head.IndexOf("<title", StringComparison.OrdinalIgnoreCase);
        if (begin < 0)
            return null;
        var open = head[begin..].IndexOf('>');
        var close = head[begin..].IndexOf("</title", StringComparison.OrdinalIgnoreCase);
        return open < 0 || close < open ? null : System.Net.WebUtility.HtmlDecode(head[(begin + open + 1)..(begin + close)].ToString());
    }

    // White space is one space, as on the page.
    private static void AppendText(StringBuilder block, ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c))
                block.Append(c);
            else if (block.Length > 0 && block[^1] != ' ')
                block.Append(' ');
        }
    }

    private static void EndBlock(StringBuilder block, ContentSink sink, int? page, int line)
    {
        if (block.Length == 0)
            return;
        var text = System.Net.WebUtility.HtmlDecode(block.ToString()).Trim();
        block.Clear();
        if (text.Length == 0)
            return;
        sink.At(page, page is null ? line : null);
        sink.Add(text);
        sink.Add("\n");
    }

    private static int LeadingLines(ReadOnlySpan<char> text) => text[..(text.Length - text.TrimStart().Length)].Count('\n');

    // <meta charset=...>, in the first bytes.
    private static Encoding? Declared(ReadOnlySpan<byte> bytes)
    {
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, 2048)]);
        var at = head.IndexOf("charset=", StringComparison.OrdinalIgnoreCase);
        if (at < 0)
            return null;
        var name = head.AsSpan(at + 8).TrimStart("\"' ");
        var length = name.IndexOfAny(NameEnds);
        return Charset.Named(name[..(length < 0 ? name.Length : length)].ToString());
    }
}
