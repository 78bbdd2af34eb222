using BitBuddy.Files;

namespace BitBuddy.App.Screens;

/// <summary>Progress of a scan on stderr.</summary>
internal sealed class ScanProgressLine(Terminal terminal, TimeProvider clock) : IProgress<ScanProgress>, IDisposable
{
    private readonly TimedLine _line = new(terminal, clock);

    public void Report(ScanProgress value) => _line.Show(_ => $"Looking through your files: {value.Files:N0} files, {value.Folders:N0} folders{Left(value.Left)}");

    private static string Left(TimeSpan? time) => time is { } left ? $", about {TimedLine.Said(left)} left" : "";

    public void Dispose() => _line.Dispose();
}
