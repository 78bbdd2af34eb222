namespace BitBuddy.Platform;

/// <summary>A lock over all processes on a file that is to be changed: an empty file beside it, which stays when it is let go.</summary>
internal static class FileLock
{
    private const int Attempts = 1000;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    /// <summary>Holds the lock until the result is disposed or the process ends; waits a few seconds at most.</summary>
    /// <exception cref="BuddyException">Another one holds it for too long, or it cannot be made.</exception>
    public static IDisposable Take(string path)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return Open(path);
            }
            catch (IOException e) when (IsHeld(e) && attempt < Attempts)
            {
                Thread.Sleep(Pause);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw Failure(path, e);
            }
        }
    }

    /// <summary>As <see cref="Take"/>, at once; null while another one holds it.</summary>
    /// <exception cref="BuddyException">It cannot be made.</exception>
    public static IDisposable? TryTake(string path)
    {
        try
        {
            return Open(path);
        }
        catch (IOException e) when (IsHeld(e))
        {
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Failure(path, e);
        }
    }

    private static FileStream Open(string path) => PrivateFile.Open(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);

    private static BuddyException Failure(string path, Exception e) =>
        new($"{Display.Line(path)} cannot be changed now ({Display.Line(e.Message)}); try again.", inner: e);

    // EWOULDBLOCK of Linux and of macOS, ERROR_SHARING_VIOLATION of Windows.
    private static bool IsHeld(IOException e) => e.HResult is 11 or 35 or unchecked((int)0x80070020);
}
