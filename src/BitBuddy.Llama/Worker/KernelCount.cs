using System.Globalization;

namespace BitBuddy.Llama.Worker;

/// <summary>A number that Linux tells in a file of <c>/proc</c>.</summary>
internal static class KernelCount
{
    /// <param name="file">Lines of names and numbers.</param>
    /// <param name="name">With all that stands before the number.</param>
    /// <returns>0 where it is not told.</returns>
    public static long Read(string file, string name)
    {
        try
        {
            return OperatingSystem.IsLinux() && File.ReadLines(file).FirstOrDefault(line => line.StartsWith(name, StringComparison.Ordinal)) is { } found
                ? long.Parse(found.AsSpan(name.Length), CultureInfo.InvariantCulture)
                : 0;
        }
        catch (Exception hidden) when (hidden is IOException or UnauthorizedAccessException)
        {
            return 0;
        }
    }
}
