namespace BitBuddy.Brains;

/// <summary>Looks at a file before the native loader does.</summary>
public static class BrainGate
{
    /// <summary>What the file says of itself; a file that is no whole GGUF is refused in one sentence.</summary>
    public static GgufInfo Check(string path)
    {
        var name = Display.Line(Path.GetFileName(path));
        try
        {
            if (Directory.Exists(path))
                throw new BuddyException($"{name} is a folder, not a GGUF file; name the file itself.");
            if (!File.Exists(path))
                throw new BuddyException($"There is no file {Display.Line(path)}; check the name.", ExitCode.NotFound);
            var file = new FileInfo(path);
            file = file.ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? file;
            // Pipes and devices have no length either; opening one could wait for ever.
            if (file.Length == 0)
                throw new GgufException("is empty");
            using var stream = new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.Read, 65_536);
            return new GgufReader(stream, stream.Length).Read();
        }
        catch (GgufException e)
        {
            throw new BuddyException($"{name} {e.Message}. Get the file again or choose another.", inner: e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BuddyException($"{name} cannot be read ({Display.Line(e.Message)}); check its permissions.", inner: e);
        }
    }
}
