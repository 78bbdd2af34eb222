using System.Text;
using BitBuddy.Platform;

namespace BitBuddy.Brains;

/// <summary>Looks at a file before the native loader does.</summary>
public static class BrainGate
{
    /// <summary>What the file says of itself; a file that is no whole GGUF is refused in one sentence.</summary>
    /// <exception cref="BuddyException">There is no such file, or it is no brain.</exception>
    /// <param name="path">A GGUF file.</param>
    /// <param name="needsWeights">False: a vocabulary alone will do.</param>
    public static GgufInfo Check(string path, bool needsWeights = true)
    {
        var name = Display.Line(Path.GetFileName(path));
        try
        {
            if (Directory.Exists(path))
                throw new BuddyException($"{name} is a folder, not a GGUF file; name the file itself.");
            if (!File.Exists(path))
                throw new BuddyException($"There is no file {Display.Line(path)}; check the name.", ExitCode.NotFound);
            var info = Read(path);
            return info.WeightBytes > 0 || !needsWeights ? info : throw new GgufException("holds no weights, so it cannot think");
        }
        catch (GgufException e)
        {
            throw new BuddyException($"{name} {e.Message}. Get the file again or choose another.", inner: e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new BuddyException($"{name} cannot be read ({Display.Line(e.Message)}); check its permissions.", inner: e);
        }
    }

    private static GgufInfo Read(string path)
    {
        var real = (File.ResolveLinkTarget(path, returnFinalTarget: true) ?? new FileInfo(path)).FullName;
        // Opening a pipe could wait for ever, reading a device could never end.
        if (FileStat.Of(Encoding.UTF8.GetBytes(real), out var stat) != ReadOutcome.Ok || stat.Type != ItemType.File)
            throw new GgufException("is not a regular file, so it is no brain");
        if (stat.Bytes == 0)
            throw new GgufException("is empty");
        using var file = File.OpenHandle(real, FileMode.Open, FileAccess.Read, FileShare.Read);
        return new GgufReader(new GgufBytes(file, RandomAccess.GetLength(file))).Read();
    }
}
