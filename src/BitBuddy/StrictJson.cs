using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace BitBuddy;

/// <summary>A JSON reader for files people edit: nothing unknown, nothing twice, and errors that say where and what is allowed.</summary>
internal ref struct StrictJson
{
    private const int MaxDepth = 16;
    private readonly ReadOnlySpan<byte> _json;
    private readonly string _file;
    private readonly string _what;
    private readonly Stack<HashSet<string>> _seen = new();
    private Utf8JsonReader _reader;
    private string _field = "";

    /// <param name="what">What the file holds, as "a personality".</param>
    public StrictJson(ReadOnlySpan<byte> json, string file, string what)
    {
        ReadOnlySpan<byte> bom = [0xEF, 0xBB, 0xBF];
        _json = json.StartsWith(bom) ? json[bom.Length..] : json;
        (_file, _what) = (Display.Line(file), what);
        _reader = new Utf8JsonReader(_json, new JsonReaderOptions { MaxDepth = MaxDepth });
        if (!Utf8.IsValid(_json))
            throw At(FirstBroken(), "holds bytes that are not UTF-8. Save the file as UTF-8.");
    }

    /// <summary>Enters the object that comes next.</summary>
    public void Open()
    {
        Move();
        Enter();
    }

    /// <summary>Enters the list that comes next.</summary>
    public void OpenList()
    {
        Move();
        if (_reader.TokenType != JsonTokenType.StartArray)
            throw Wrong("a list in [ ]");
    }

    /// <summary>Enters the next object of a list; false at the list's end.</summary>
    public bool NextObject()
    {
        Move();
        if (_reader.TokenType == JsonTokenType.EndArray)
            return false;
        Enter();
        return true;
    }

    /// <summary>The line where the reader stands.</summary>
    public readonly int Line => LineOf(_reader.TokenStartIndex);

    /// <summary>The next member of the object; false at its end.</summary>
    public bool Next(out string field)
    {
        Move();
        field = "";
        if (_reader.TokenType == JsonTokenType.EndObject)
        {
            _seen.Pop();
            return false;
        }

        _field = field = _reader.GetString()!;
        if (!_seen.Peek().Add(field))
            throw Here($"\"{Short(field)}\" is there twice. Keep one of them.");
        return true;
    }

    /// <summary>After the outermost object nothing may follow.</summary>
    public void End()
    {
        if (Move())
            throw Here("there is something after the closing brace. Remove it.");
    }

    public string Text(int maxLength)
    {
        Move();
        return TextHere(maxLength, $"a text of 1 to {maxLength} characters");
    }

    public string OneOf(params ReadOnlySpan<string> allowed)
    {
        var what = "one of " + string.Join(", ", allowed!);
        Move();
        var text = TextHere(40, what);
        return allowed.Contains(text) ? text : throw Wrong(what);
    }

    public IReadOnlyList<string> Texts(int maxCount, int maxLength)
    {
        var what = $"a list of at most {maxCount} texts of 1 to {maxLength} characters";
        Move();
        if (_reader.TokenType != JsonTokenType.StartArray)
            throw Wrong(what);
        var texts = new List<string>();
        while (Move() && _reader.TokenType != JsonTokenType.EndArray)
        {
            if (texts.Count == maxCount)
                throw Wrong(what);
            texts.Add(TextHere(maxLength, what));
        }

        return texts;
    }

    public int Whole(int min, int max)
    {
        Move();
        return _reader.TokenType == JsonTokenType.Number && _reader.TryGetInt32(out var number) && number >= min && number <= max
            ? number
            : throw Wrong($"a whole number from {min} to {max}");
    }

    public long Large(long min, long max)
    {
        Move();
        return _reader.TokenType == JsonTokenType.Number && _reader.TryGetInt64(out var number) && number >= min && number <= max
            ? number
            : throw Wrong($"a whole number from {min} to {max}");
    }

    public double Number(double min, double max)
    {
        Move();
        return _reader.TokenType == JsonTokenType.Number && _reader.TryGetDouble(out var number) && number >= min && number <= max
            ? number
            : throw Wrong(string.Create(CultureInfo.InvariantCulture, $"a number from {min:0.0##} to {max:0.0##}"));
    }

    public readonly BuddyException Unknown(params ReadOnlySpan<string> allowed) =>
        Here($"\"{Short(_field)}\" is not a field of {_what}. Allowed here: {string.Join(", ", allowed!)}.");

    public readonly BuddyException Wrong(string allowed) =>
        Here(_field.Length == 0 ? $"there must be {allowed}." : $"\"{Short(_field)}\" must be {allowed}, not {Found()}.");

    /// <summary>A complaint about a line that was read before.</summary>
    public readonly BuddyException AtLine(int line, string what) => new($"{_file}, line {line}: {what}");

    private void Enter()
    {
        if (_reader.TokenType != JsonTokenType.StartObject)
            throw Wrong("an object in { }");
        _seen.Push(new HashSet<string>(StringComparer.Ordinal));
    }

    private string TextHere(int maxLength, string what)
    {
        // An escaped half of a surrogate pair is valid JSON and no text.
        if (_reader.TokenType != JsonTokenType.String || !TryGetString(out var text))
            throw Wrong(what);
        text = text.Trim();
        return text.Length >= 1 && text.Length <= maxLength ? text : throw Wrong(what);
    }

    private readonly bool TryGetString(out string text)
    {
        try
        {
            text = _reader.GetString()!;
            return true;
        }
        catch (InvalidOperationException)
        {
            text = "";
            return false;
        }
    }

    private bool Move()
    {
        try
        {
            return _reader.Read();
        }
        catch (JsonException e)
        {
            var reason = e.Message.Split(" LineNumber:")[0].Split(" Path:")[0];
            throw new BuddyException($"{_file}, line {e.LineNumber + 1}: this is not JSON: {Display.Line(reason)} Mend that line.", inner: e);
        }
        catch (InvalidOperationException e)
        {
            throw new BuddyException($"{_file}, line {Line}: a broken escape in a text. Mend that line.", inner: e);
        }
    }

    private readonly string Found() => _reader.TokenType switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "a list",
        JsonTokenType.String when _reader.ValueSpan.Length == 0 => "an empty text",
        _ => Short(Encoding.UTF8.GetString(_reader.ValueSpan)),
    };

    private readonly BuddyException Here(string what) => At(_reader.TokenStartIndex, what);

    private readonly BuddyException At(long index, string what) => new($"{_file}, line {LineOf(index)}: {what}");

    private readonly int LineOf(long index) => 1 + _json[..(int)index].Count((byte)'\n');

    private readonly int FirstBroken()
    {
        for (var i = 0; i < _json.Length;)
        {
            if (Rune.DecodeFromUtf8(_json[i..], out _, out var length) != System.Buffers.OperationStatus.Done)
                return i;
            i += length;
        }

        return _json.Length;
    }

    private static string Short(string text) => NameText.Cut(Display.Line(text), 40);
}
