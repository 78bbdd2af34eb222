namespace BitBuddy.App.Screens;

/// <summary>What is being done, a line each on stderr.</summary>
internal sealed class NoteLines(Terminal terminal) : IProgress<string>
{
    public void Report(string value) => terminal.Note($"{value}…");
}
