using System.Globalization;

namespace BitBuddy.Files.Keeping;

/// <summary>What a <see cref="FileKeeper"/> does now.</summary>
/// <param name="Watched">Folders the system tells of.</param>
/// <param name="Polled">Folders that are looked at in turn.</param>
/// <param name="Minutes">How long one turn takes.</param>
public readonly record struct KeepingStatus(KeepingState State, long Watched, long Polled, long Minutes)
{
    public override string ToString() => State switch
    {
        KeepingState.CatchingUp => "catching up",
        KeepingState.Watching => "watching",
        _ => string.Create(CultureInfo.InvariantCulture, $"checking every {Minutes} min"),
    };
}
