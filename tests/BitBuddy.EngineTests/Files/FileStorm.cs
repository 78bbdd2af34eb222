namespace BitBuddy.EngineTests.Files;

/// <summary>Changes a tree at random, from a seed: files and folders made, renamed, moved, grown and deleted.</summary>
internal sealed class FileStorm(string root, int seed)
{
    private readonly Random _random = new(seed);
    private readonly List<string> _files = [.. Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
    private readonly List<string> _folders = [root];
    private int _made;

    public void Step()
    {
        switch (_random.Next(20))
        {
            case < 8 when _files.Count > 0:
                var (at, to) = (_random.Next(_files.Count), Name("moved"));
                File.Move(_files[at], to);
                _files[at] = to;
                break;
            case < 12 when _files.Count > 0:
                var gone = _random.Next(_files.Count);
                File.Delete(_files[gone]);
                _files[gone] = _files[^1];
                _files.RemoveAt(_files.Count - 1);
                break;
            case 12:
                _folders.Add(Directory.CreateDirectory(Name("folder")).FullName);
                break;
            case 13 when _folders.Count > 1:
                MoveFolder();
                break;
            case 14 when _files.Count > 0:
                File.AppendAllText(_files[_random.Next(_files.Count)], "grown");
                break;
            default:
                var made = Name("made") + (_random.Next(2) == 0 ? ".pdf" : ".jpg");
                File.WriteAllText(made, new string('x', _random.Next(50)));
                _files.Add(made);
                break;
        }
    }

    private void MoveFolder()
    {
        var (from, to) = (_folders[_random.Next(1, _folders.Count)], Path.Combine(root, $"folder {_made++}"));
        Directory.Move(from, to);
        string Moved(string path) => path == from || path.StartsWith(from + "/", StringComparison.Ordinal) ? to + path[from.Length..] : path;
        for (var i = 0; i < _files.Count; i++)
            _files[i] = Moved(_files[i]);
        for (var i = 0; i < _folders.Count; i++)
            _folders[i] = Moved(_folders[i]);
    }

    private string Name(string what) => Path.Combine(_folders[_random.Next(_folders.Count)], $"{what} {_made++}");
}
