using System.CommandLine;
using System.ComponentModel;
using System.Diagnostics;
using BitBuddy.Personalities;

namespace BitBuddy.App.Commands;

/// <summary><c>buddy edit</c>: the user's editor on the personality file, which is checked when it is saved.</summary>
internal static class BuddyEditCommand
{
    private static readonly string[] Usual = OperatingSystem.IsWindows() ? ["notepad"] : ["nano", "vi"];

    public static Command Create(Session session)
    {
        var name = Common.BuddyName();
        var command = new Command("edit", "Edit a buddy's personality in your editor ($VISUAL, $EDITOR).") { name };
        command.SetAction(async (parse, _) =>
        {
            var buddy = session.Host.ChosenBuddy(parse.GetValue(name))
                ?? throw new BuddyException("You have met no buddy yet, so there is no file to edit: `bitbuddy buddy meet`.", ExitCode.NotFound);
            PersonalitySchema.Write(session.Host.Home);
            // Ctrl-C is the editor's while it is open.
            session.Interrupt.BeginTalk(() => { });
            while (true)
            {
                await OpenAsync(buddy.PersonalityPath);
                try
                {
                    var who = PersonalityFile.Load(buddy.PersonalityPath);
                    session.Terminal.Say($"All is well with {buddy.PersonalityPath}; {who.Name} speaks so from the next reply on.");
                    return (int)ExitCode.Ok;
                }
                catch (BuddyException e)
                {
                    session.Terminal.Note(e.Message);
                    if (!session.Terminal.InputIsTerminal || !Common.Agrees(session, "Edit it again? [Y/n] ", byDefault: true))
                    {
                        session.Terminal.Note("The file is as you saved it; until it is mended the last good personality speaks where a talk runs.");
                        return (int)ExitCode.Failed;
                    }
                }
            }
        });
        return command;
    }

    private static async Task OpenAsync(string path)
    {
        var chosen = ((string[])["VISUAL", "EDITOR"]).Select(Environment.GetEnvironmentVariable).FirstOrDefault(editor => !string.IsNullOrWhiteSpace(editor));
        var editor = chosen ?? Usual.FirstOrDefault(IsHere)
            ?? throw new BuddyException($"No editor is known; set EDITOR, or open {Display.Line(path)} yourself. What you save is heard from the next reply on.", ExitCode.NotFound);
        try
        {
            using var process = Process.Start(StartOf(editor, path))!;
            await process.WaitForExitAsync();
            if (process.ExitCode != 0)
                throw new BuddyException($"The editor {Display.Line(editor)} ended with {process.ExitCode}; see $VISUAL and $EDITOR. The file is {Display.Line(path)}.");
        }
        catch (Win32Exception e)
        {
            throw new BuddyException($"The editor {Display.Line(editor)} could not be started ({Display.Line(e.Message)}); set EDITOR to another one.", inner: e);
        }
    }

    // As other tools read these variables: a command line, the file behind it.
    private static ProcessStartInfo StartOf(string editor, string path)
    {
        if (!OperatingSystem.IsWindows())
            return new ProcessStartInfo("/bin/sh", ["-c", $"{editor} \"$1\"", "sh", path]);
        var words = editor.StartsWith('"') ? editor.Trim('"').Split("\" ", 2) : [editor];
        return new ProcessStartInfo(words[0], [.. words.Skip(1), path]);
    }

    private static bool IsHere(string program) => OperatingSystem.IsWindows()
        || (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(folder => folder.Length > 0 && File.Exists(Path.Combine(folder, program)));
}
