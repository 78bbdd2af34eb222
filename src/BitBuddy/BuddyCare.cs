using System.Security.Cryptography;
using System.Text.Json;
using BitBuddy.Conversation;
using BitBuddy.Personalities;
using BitBuddy.Platform;

namespace BitBuddy;

/// <summary>What is done with a whole buddy: renamed, exported, imported, forgotten.</summary>
public sealed class BuddyCare
{
    // No buddy's name begins with a dot.
    private const string Unfinished = ".import-";

    private readonly BuddyHome _home;
    private readonly BuddyRegister _buddies;
    private readonly KnownFolders _folders;
    private readonly ConfigFile _config;
    private readonly Erasure _erasure;
    private readonly Func<BuddyFolder?, MemoryDatabase> _open;
    private readonly TimeProvider _clock;

    internal BuddyCare(
        BuddyHome home, BuddyRegister buddies, KnownFolders folders, ConfigFile config, Erasure erasure, Func<BuddyFolder?, MemoryDatabase> open, TimeProvider clock) =>
        (_home, _buddies, _folders, _config, _erasure, _open, _clock) = (home, buddies, folders, config, erasure, open, clock);

    /// <summary>Gives a buddy another name, in its file and its folder; nothing else of them changes.</summary>
    /// <exception cref="BuddyException">The name is not allowed or taken, there is no such buddy, or its file is broken.</exception>
    public BuddyFolder Rename(string name, string to)
    {
        var old = _buddies.Get(name);
        RequireFree(to, but: old);
        var file = PersonalityFile.Renamed(PersonalityFile.Bytes(old.PersonalityPath), old.PersonalityPath, to);
        var renamed = new BuddyFolder(Path.Combine(_home.Buddies, to));
        try
        {
            if (old.Name != to)
                Directory.Move(old.Path, renamed.Path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BuddyException($"{old.Name} could not be renamed: {Display.Line(e.Message)}", inner: e);
        }

        try
        {
            AtomicFile.Write(renamed.PersonalityPath, file);
        }
        catch (BuddyException)
        {
            if (old.Name != to)
                Directory.Move(renamed.Path, old.Path);
            throw;
        }

        _folders.Hand(old.Name, to);
        return renamed;
    }

    /// <inheritdoc cref="Erasure.ForgetBuddyAsync"/>
    public async Task<BuddyFolder> ForgetAsync(string name)
    {
        var buddy = _buddies.Get(name);
        await _erasure.ForgetBuddyAsync(buddy);
        return buddy;
    }

    /// <summary>Writes a buddy to one new file; what is never mentioned stays here.</summary>
    /// <exception cref="BuddyException">There is no such buddy, its file is broken, or the file is there already or cannot be written.</exception>
    public void Export(string name, string path)
    {
        var buddy = _buddies.Get(name);
        var personality = PersonalityFile.Bytes(buddy.PersonalityPath);
        PersonalityReader.Read(personality, buddy.PersonalityPath);
        var memory = new BuddyMemory(_open(buddy), _clock);
        var archive = BuddyArchive.Of(personality, memory.Read(), memory.Asked(BuddyMemory.MostAsked));
        var bytes = JsonSerializer.SerializeToUtf8Bytes(archive, CoreJson.Default.BuddyArchive);
        var isOurs = false;
        try
        {
            using var file = PrivateFile.Open(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read);
            isOurs = true;
            file.Write(bytes);
            file.Flush(flushToDisk: true);
        }
        catch (DirectoryNotFoundException e)
        {
            throw new BuddyException($"There is no folder for {Display.Line(path)}; make it first.", ExitCode.NotFound, e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            if (isOurs)
                File.Delete(path);
            throw new BuddyException(!isOurs && Path.Exists(path)
                ? $"{Display.Line(path)} is there already; name another file."
                : $"{Display.Line(path)} could not be written: {Display.Line(e.Message)}", inner: e);
        }
    }

    /// <summary>Makes a buddy of a file that <see cref="Export"/> wrote, wherever; all of it or nothing.</summary>
    /// <param name="name">Its name here; null: the name it has.</param>
    /// <exception cref="BuddyException">The file is no buddy, its name is taken, or it cannot be written here.</exception>
    public BuddyFolder Import(string path, string? name)
    {
        var archive = BuddyArchive.Read(path);
        var text = archive.PersonalityText();
        var who = PersonalityReader.Read(text, path);
        if (name is not null)
            BuddyName.Check(name);
        text = name is null ? text : PersonalityFile.Renamed(text, path, name);
        name ??= who.Name;
        RequireFree(name, but: null);

        var half = new BuddyFolder(Path.Combine(_home.Buddies, Unfinished + RandomNumberGenerator.GetHexString(8, lowercase: true)));
        try
        {
            PrivateFolder.Create(half.Path);
            AtomicFile.Write(half.PersonalityPath, text);
            using (var database = new MemoryDatabase(half.MemoryPath))
            {
                if (!new BuddyMemory(database, _clock).Fill(archive.Memory(), archive.History()))
                    throw new BuddyException("Its memory could not be written here.");
            }

            var whole = new BuddyFolder(Path.Combine(_home.Buddies, name));
            // A folder of that name without a personality: what it remembers belongs to the buddy that answers while none was met.
            if (Directory.Exists(whole.Path))
                throw new BuddyException($"{Display.Line(whole.Path)} is there already; import it under another name with --name NAME.");
            Directory.Move(half.Path, whole.Path);
            _config.TryChange(old => old.Buddy is null ? old with { Buddy = name } : old);
            PersonalitySchema.Write(_home);
            return whole;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BuddyException($"{name} could not be imported: {Display.Line(e.Message)}", inner: e);
        }
        finally
        {
            Clear(half);
        }
    }

    private void RequireFree(string name, BuddyFolder? but)
    {
        BuddyName.Check(name);
        if (_buddies.List().FirstOrDefault(other => other.Name.Equals(name, StringComparison.OrdinalIgnoreCase) && other.Name != but?.Name) is { } taken)
            throw new BuddyException($"There is already a buddy called {taken.Name}. Choose another name.");
        if (but is not null && but.Name != name && !but.Name.Equals(name, StringComparison.OrdinalIgnoreCase) && Path.Exists(Path.Combine(_home.Buddies, name)))
            throw new BuddyException($"There is already a folder called {name} among the buddies. Choose another name.");
    }

    private static void Clear(BuddyFolder half)
    {
        try
        {
            if (Directory.Exists(half.Path))
                Directory.Delete(half.Path, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It begins with a dot and is nobody's; the first error is the one to tell.
        }
    }
}
