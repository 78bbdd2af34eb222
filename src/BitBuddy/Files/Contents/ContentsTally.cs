namespace BitBuddy.Files.Contents;

/// <summary>What one reading did so far.</summary>
internal sealed class ContentsTally
{
    private long _read;
    private long _nothing;
    private long _failed;
    private long _characters;

    public long Files => _read + _nothing + _failed;

    public void Add(ReadFile file)
    {
        _characters += file.Contents.Parts.Sum(part => (long)part.Text.Length);
        switch (file.Contents.State)
        {
            case ContentState.Nothing: _nothing++; break;
            case ContentState.Failed: _failed++; break;
            default: _read++; break;
        }
    }

    public ContentsResult Result(TimeSpan elapsed) => new(_read, _nothing, _failed, _characters, elapsed.TotalSeconds);
}
