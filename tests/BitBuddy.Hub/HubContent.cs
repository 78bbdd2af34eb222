using System.Security.Cryptography;

namespace BitBuddy.Hub;

/// <summary>A file that is served, from memory or from the disk.</summary>
public sealed class HubContent : IDisposable
{
    private readonly byte[]? _bytes;
    private readonly Microsoft.Win32.SafeHandles.SafeFileHandle? _file;

    public HubContent(byte[] bytes)
    {
        (_bytes, Length) = (bytes, bytes.Length);
        Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
    }

    public HubContent(string path)
    {
        _file = File.OpenHandle(path);
        Length = RandomAccess.GetLength(_file);
        using var stream = File.OpenRead(path);
        Sha256 = Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    public long Length { get; }
    public string Sha256 { get; }

    /// <summary>False: the hub gives no sha256 for it.</summary>
    public bool IsDeclared { get; init; } = true;

    public void Dispose() => _file?.Dispose();

    internal int Read(long from, Span<byte> block)
    {
        if (_file is not null)
            return RandomAccess.Read(_file, block, from);
        var length = (int)Math.Min(block.Length, Length - from);
        _bytes.AsSpan((int)from, length).CopyTo(block);
        return length;
    }
}
