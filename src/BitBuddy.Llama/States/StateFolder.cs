using System.IO.Hashing;
using System.Runtime.InteropServices;
using System.Text;

namespace BitBuddy.Llama.States;

/// <summary>
/// The states on disk, shared by all processes of a home. Nothing here ever fails: a state that is damaged, of another engine or gone
/// is simply not there, and where nothing can be written nothing is kept.
/// </summary>
internal sealed class StateFolder
{
    private static readonly TimeSpan StaleAfter = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan RefusedFor = TimeSpan.FromMinutes(1);
    private readonly StateSettings _settings;
    private readonly TimeProvider _time;
    private readonly byte[] _scope;
    private long _refusedUntil;

    /// <param name="settings">Where, of which model, how much.</param>
    /// <param name="engine">What else a state depends on besides model, layout and tokens: engine version, context settings.</param>
    /// <param name="time">Dates the files, for the order in which they go.</param>
    public StateFolder(StateSettings settings, string engine, TimeProvider time)
    {
        _settings = settings;
        _time = time;
        _scope = Encoding.UTF8.GetBytes($"{StateFile.Version}\n{settings.ModelSha256}\n{engine}\n{settings.Layout}\n");
        MakeRoom();
    }

    /// <summary>Most bytes a state may have to be kept; none for a while after one could not be written.</summary>
    public long Room => _time.GetUtcNow().UtcTicks < Volatile.Read(ref _refusedUntil) ? 0 : _settings.MaxBytes;

    public bool Has(ReadOnlySpan<int> tokens) => File.Exists(PathOf(Key(tokens)));

    /// <summary>The state of exactly these tokens, verified; null: there is none.</summary>
    public PrefixState? Read(ReadOnlySpan<int> tokens)
    {
        var key = Key(tokens);
        var path = PathOf(key);
        try
        {
            var state = StateFile.Read(path, key, tokens.ToArray(), _settings.MaxBytes);
            if (state is null)
                Delete(path);
            else
                Touch(path);
            return state;
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException or OutOfMemoryException)
        {
            return null;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            // A whole one may take its place.
            Delete(path);
            return null;
        }
    }

    /// <summary>Keeps a state, and makes room for it.</summary>
    public void Write(PrefixState state)
    {
        if (state.Bytes.Length > _settings.MaxBytes)
            return;
        var key = Key(state.Tokens);
        var temporary = Path.Combine(_settings.Folder, $"{Guid.NewGuid():n}.tmp");
        try
        {
            Create();
            StateFile.Write(temporary, key, state);
            File.Move(temporary, PathOf(key), overwrite: true);
            Touch(PathOf(key));
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            Delete(temporary);
            Volatile.Write(ref _refusedUntil, (_time.GetUtcNow() + RefusedFor).UtcTicks);
        }

        MakeRoom();
    }

    /// <summary>Forgets a state that the engine did not take.</summary>
    public void Discard(ReadOnlySpan<int> tokens) => Delete(PathOf(Key(tokens)));

    private void MakeRoom()
    {
        try
        {
            var folder = new DirectoryInfo(_settings.Folder);
            var stale = _time.GetUtcNow().UtcDateTime - StaleAfter;
            foreach (var left in folder.EnumerateFiles("*.tmp").Where(file => file.LastWriteTimeUtc < stale))
                Delete(left.FullName);

            var room = _settings.MaxBytes;
            foreach (var (path, bytes, _) in folder.EnumerateFiles("*.state").Select(Look).OrderByDescending(file => file.Used))
            {
                if (bytes > room)
                    Delete(path);
                else
                    room -= bytes;
            }
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            // Another process does the same at this moment; the next write looks again.
        }
    }

    // A file may vanish between the listing and the look.
    private static (string Path, long Bytes, DateTime Used) Look(FileInfo file) =>
        file.Exists ? (file.FullName, file.Length, file.LastWriteTimeUtc) : (file.FullName, 0, default);

    private void Create()
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(_settings.Folder);
        else
            Directory.CreateDirectory(_settings.Folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private void Touch(string path)
    {
        try
        {
            File.SetLastWriteTimeUtc(path, _time.GetUtcNow().UtcDateTime);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            // It only goes sooner.
        }
    }

    private static void Delete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            // In use or not ours to delete; it is never believed anyway.
        }
    }

    private byte[] Key(ReadOnlySpan<int> tokens) => XxHash128.Hash([.. _scope, .. MemoryMarshal.AsBytes(tokens)]);

    private string PathOf(byte[] key) => Path.Combine(_settings.Folder, Convert.ToHexStringLower(key) + ".state");
}
