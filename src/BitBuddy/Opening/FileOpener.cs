using System.Text;
using BitBuddy.Files;
using BitBuddy.Platform;
using BitBuddy.Usage;

namespace BitBuddy.Opening;

/// <summary>
/// Opens a file of the last list that was shown, by the user's words alone: only what the index still knows, and never a program,
/// which is shown in its folder instead.
/// </summary>
internal sealed class FileOpener(FileIndex index, UsageStore usage, Desktop desktop)
{
    // What a desktop would run rather than show, whatever its kind.
    private static readonly HashSet<string> Runs = new(StringComparer.OrdinalIgnoreCase)
    {
        ".desktop", ".lnk", ".url", ".pif", ".scr", ".com", ".command", ".tool", ".workflow", ".action", ".hta", ".cpl", ".msc", ".reg", ".bat", ".cmd", ".ps1", ".psm1", ".vbs", ".vbe", ".js", ".jse", ".mjs", ".wsf", ".wsh", ".sh", ".bash",
        ".zsh", ".fish", ".py", ".pyw", ".rb", ".pl", ".run", ".bin", ".out", ".so", ".dll", ".app", ".gadget", ".inf", ".scf", ".chm", ".jnlp", ".appref-ms", ".webloc", ".terminal", ".fileloc", ".inetloc", ".xpi", ".crx", ".service",
    };

    /// <summary>Opens the file of that number, or its folder.</summary>
    /// <param name="number">From 1, as on the screen.</param>
    /// <exception cref="BuddyException">There is no such file in the last list, it is gone, or nothing here can open it.</exception>
    public async Task<OpenedFile> OpenAsync(int number, bool reveals, CancellationToken cancellationToken)
    {
        if (usage.Listed(number) is not { } listed)
            throw new BuddyException(usage.LastList().Count is var count and > 0
                ? $"The last list has no number {number}; it goes from 1 to {count}."
                : "No list was shown yet; ask for files first, for example `bitbuddy ask \"my newest pdfs\"`.", ExitCode.NotFound);
        var path = index.PathOf(listed.Id);
        if (path is null || FileStat.Of(path, out var stat) != ReadOutcome.Ok || stat.Type != ItemType.File)
            throw new BuddyException($"{Display.Line(listed.Path)} is not there any more; ask again.", ExitCode.NotFound);

        var text = PathText.Show(path);
        var why = reveals ? null : WhyNot(path, text);
        if (reveals || why is not null)
            await desktop.RevealAsync(path, cancellationToken);
        else
            await desktop.OpenAsync(text, cancellationToken);
        usage.NoteOpened(listed.Id, path);
        return new OpenedFile(text, reveals || why is not null, why);
    }

    private static string? WhyNot(byte[] path, string text)
    {
        if (!PathText.IsText(path))
            return "Its name is no text a program could be given.";
        var kind = FileKinds.Of(Path.GetFileName(text));
        if (kind == FileKind.App || Runs.Contains(Path.GetExtension(text)) || IsRunnable(text, kind))
            return "It is a program, and I run none.";
        return null;
    }

    // On foreign disks everything may be run; pictures and the like are opened all the same.
    private static bool IsRunnable(string path, FileKind kind)
    {
        if (kind is not (FileKind.Other or FileKind.Code or FileKind.Data))
            return false;
        if (KindByBytes(path) == FileKind.App)
            return true;
        return !OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & (UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute)) != 0;
    }

    private static FileKind KindByBytes(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            Span<byte> head = stackalloc byte[FileKinds.MagicLength];
            return FileKinds.OfMagic(head[..file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // What cannot be looked at is not run either.
            return FileKind.App;
        }
    }
}
