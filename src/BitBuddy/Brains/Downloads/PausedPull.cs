namespace BitBuddy.Brains;

/// <summary>A download that has not ended.</summary>
/// <param name="Bytes">Surely on the disk.</param>
/// <param name="IsActive">Some process fetches it now.</param>
public sealed record PausedPull(HubFile File, long Bytes, long Total, bool IsActive)
{
    public bool Is(HubFile file) => File.Source == file.Source;
}
