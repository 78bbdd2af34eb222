using BitBuddy.Files.Contents;

namespace BitBuddy.App.Screens;

/// <summary>Progress of reading contents on stderr, with the time that is left.</summary>
internal sealed class ContentsProgressLine(Terminal terminal, TimeProvider clock) : IProgress<ContentsProgress>, IDisposable
{
    private readonly TimedLine _line = new(terminal, clock);

    public void Report(ContentsProgress value) => _line.Show(elapsed =>
    {
        var left = value.Done > 0 ? elapsed / value.Done * value.Left : TimeSpan.Zero;
        return $"Reading what stands in your files: {value.Done:N0} read, {value.Left:N0} to go{(left.TotalSeconds >= 1 ? $", about {TimedLine.Said(left)}" : "")}";
    });

    public void Dispose() => _line.Dispose();
}
