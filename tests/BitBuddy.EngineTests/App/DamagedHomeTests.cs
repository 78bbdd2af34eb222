using System.Text;
using BitBuddy.EngineTests.Gguf;

namespace BitBuddy.EngineTests.App;

/// <summary>Files of the home that are not as we wrote them: a sentence for each, and true answers.</summary>
public sealed class DamagedHomeTests : IDisposable
{
    private const UnixFileMode OwnerFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const string Question = "how many pdfs?";

    private readonly AppHome _home = new();

    public void Dispose() => _home.Dispose();

    [Theory]
    [InlineData("header")]
    [InlineData("truncated")]
    [InlineData("empty")]
    [InlineData("flipped")]
    [InlineData("text")]
    public async Task Index_Damaged_IsRebuiltAndTheCountsAreRight(string damage)
    {
        for (var i = 0; i < 300; i++)
            _home.Write($"folder {i % 7}/report number {i}.pdf", i);
        await _home.RunAsync("folders", "add", _home.Files);
        Damage(Path.Combine(_home.Home, "index.db"), damage);

        var ask = await _home.RunAsync("ask", Question, "--json");
        var again = await _home.RunAsync("ask", Question, "--json");
        var status = await _home.RunAsync("status", "--json");

        foreach (var run in (AppRun[])[ask, again])
        {
            Assert.Equal(0, run.ExitCode);
            Assert.Equal(300, run.Json["facts"]!["count"]!.GetValue<int>());
            Assert.Equal(300 * 299 / 2, run.Json["facts"]!["bytes"]!.GetValue<int>());
        }

        Assert.Equal(damage != "empty", ask.Err.Contains("rebuilt", StringComparison.Ordinal));
        Assert.Empty(again.Err);
        Assert.Equal(300, status.Json["files"]!.GetValue<int>());
    }

    [Fact]
    public async Task Index_OfANewerVersion_IsLeftAloneAndSaysSo()
    {
        _home.Write("a.pdf");
        await _home.RunAsync("folders", "add", _home.Files);
        var path = Path.Combine(_home.Home, "index.db");
        // The number alone would be damage: a newer version keeps other tables too.
        using (var database = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={path};Pooling=False"))
        {
            database.Open();
            using var later = database.CreateCommand();
            later.CommandText = "CREATE TABLE later (x); PRAGMA user_version=999;";
            later.ExecuteNonQuery();
        }
        var bytes = await File.ReadAllBytesAsync(path);

        var ask = await _home.RunAsync("ask", Question);
        var doctor = await _home.RunAsync("doctor");

        Assert.Equal(1, ask.ExitCode);
        Assert.Contains("newer version", ask.Err, StringComparison.Ordinal);
        Assert.Single(ask.Err.TrimEnd().Split('\n'));
        Assert.Equal(1, doctor.ExitCode);
        Assert.Contains("broken index", doctor.Out, StringComparison.Ordinal);
        Assert.Contains("engine:", doctor.Out, StringComparison.Ordinal);
        Assert.Equal(bytes, await File.ReadAllBytesAsync(path));
    }

    [Fact]
    public async Task Memory_Damaged_IsBegunAnewAndTheBrainStillAnswers()
    {
        _home.Write("a.pdf");
        await _home.MeetAsync("Rex");
        await _home.RunAsync("brain", "import", Brain("There is 1 pdf file. "));
        await _home.RunAsync("ask", Question, "--folder", _home.Files);
        var memory = Path.Combine(_home.Home, "buddies", "Rex", "memory.db");
        Assert.True(File.Exists(memory));

        foreach (var damage in (string[])["header", "truncated", "text", "empty"])
        {
            File.Delete(memory + "-wal");
            File.Delete(memory + "-shm");
            Damage(memory, damage);
            var first = await _home.RunAsync("ask", Question, "--json");
            var second = await _home.RunAsync("ask", Question, "--json");

            Assert.Equal((damage, 0, "brain"), (damage, first.ExitCode, first.Json["voice"]!.GetValue<string>()));
            Assert.Equal((damage, damage != "empty"), (damage, first.Err.Contains("memory.db could not be read", StringComparison.Ordinal)));
            Assert.Equal((damage, "cache"), (damage, second.Json["voice"]!.GetValue<string>()));
        }
    }

    [Theory]
    [InlineData("garbage")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("{\"schema\":1,\"brains\":[null]}")]
    [InlineData("{\"schema\":1,\"brains\":[{\"name\":null,\"path\":null,\"sha256\":null}]}")]
    public async Task BrainList_Damaged_IsSaidAndTheRulesAnswer(string text)
    {
        _home.Write("a.pdf");
        var brain = Brain("There is 1 pdf file. ");
        await _home.RunAsync("brain", "import", brain);
        await File.WriteAllTextAsync(Path.Combine(_home.Home, "models", "model_cache.json"), text);

        var list = await _home.RunAsync("brain", "list");
        var ask = await _home.RunAsync("ask", Question, "--folder", _home.Files, "--json");
        var import = await _home.RunAsync("brain", "import", brain);
        var mended = await _home.RunAsync("ask", Question, "--json");

        Assert.Equal(0, list.ExitCode);
        Assert.Equal((0, "rules"), (ask.ExitCode, ask.Json["voice"]!.GetValue<string>()));
        Assert.NotNull(ask.Json["why_not"]);
        Assert.Equal(0, import.ExitCode);
        Assert.Equal("brain", mended.Json["voice"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{\n\"folders\": [null]\n}")]
    [InlineData("{\n\"folders\": null\n}")]
    [InlineData("{\n\"brain\": \"\u0000\u0001\"\n}")]
    [InlineData("\u0000\u0001\u0002")]
    public async Task Settings_Damaged_EachCommandNamesTheFile(string text)
    {
        Directory.CreateDirectory(_home.Home);
        var file = Path.Combine(_home.Home, "config.json");
        await File.WriteAllTextAsync(file, text);

        foreach (var words in (string[][])[["ask", Question], ["status"], ["folders", "list"], ["doctor"]])
        {
            var run = await _home.RunAsync(words);
            Assert.Equal((words[0], 1), (words[0], run.ExitCode));
            Assert.Contains("config.json", run.Out + run.Err, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", run.Err, StringComparison.Ordinal);
        }

        Assert.Equal(text, await File.ReadAllTextAsync(file));
    }

    [Theory]
    [InlineData("{\n  \"name\": \"Rex\",\n  \"temperature\": \"hot\"\n}", 3)]
    [InlineData("not json", 1)]
    public async Task Personality_Broken_IsNamedWithItsLineAndTheBuddyAnswers(string text, int line)
    {
        _home.Write("a.pdf");
        await _home.MeetAsync("Rex");
        await File.WriteAllTextAsync(Path.Combine(_home.Home, "buddies", "Rex", "personality.json"), text);

        var ask = await _home.RunAsync("ask", Question, "--folder", _home.Files, "--json");
        var status = await _home.RunAsync("status");
        var chat = await _home.RunAsync("hello\n", ["chat"]);

        Assert.Equal((0, "Rex"), (ask.ExitCode, ask.Json["buddy"]!.GetValue<string>()));
        Assert.NotEmpty(ask.Json["reply"]!.GetValue<string>());
        Assert.Contains($"personality.json, line {line}:", ask.Err, StringComparison.Ordinal);
        Assert.Contains($"personality.json, line {line}:", status.Out, StringComparison.Ordinal);
        Assert.Contains($"personality.json, line {line}:", chat.Err, StringComparison.Ordinal);
        Assert.Contains("Rex: ", chat.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Personality_SavedDuringATalk_ChangesTheNextReply()
    {
        _home.Write("a.pdf");
        await _home.MeetAsync("Rex");
        await _home.RunAsync("folders", "add", _home.Files);
        var file = Path.Combine(_home.Home, "buddies", "Rex", "personality.json");
        var good = await File.ReadAllTextAsync(file);
        // Two likely replies: at temperature 0 always the first, at 2 either.
        var brain = Path.Combine(_home.Root, "two.gguf");
        new ScriptedBrain { Replies = ["First answer here. ", "Second thought now."] }.Write(brain);

        using var chat = _home.Start("chat", "--brain", brain);
        async Task<string> AskAsync(string question)
        {
            await chat.StandardInput.WriteLineAsync(question);
            return await chat.ReadUntilAsync("\n") is { Length: > 0 } heard ? heard.Trim() : "";
        }

        Assert.Equal("Rex: First answer here.", await AskAsync("hello"));
        await File.WriteAllTextAsync(file, good.Replace("\"Rex\"", "\"Max\"", StringComparison.Ordinal));
        Assert.Equal("Max: First answer here.", await AskAsync("hello there"));
        await File.WriteAllTextAsync(file, "broken");
        Assert.Equal("Max: First answer here.", await AskAsync("good morning"));
        var heard = new HashSet<string>();
        for (var i = 0; i < 40 && heard.Count < 2; i++)
        {
            // Another personality each time, so that no reply comes from the cache.
            await File.WriteAllTextAsync(file, good.Replace("\"temperature\": 0.0", $"\"temperature\": 1.{49 - i}", StringComparison.Ordinal));
            heard.Add(await AskAsync("hello"));
        }

        Assert.Equal(["Rex: First answer here.", "Rex: Second thought now."], heard.Order());

        chat.StandardInput.Close();
        await chat.EndAsync();
        Assert.Contains("personality.json, line 1:", await chat.StandardError.ReadToEndAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Home_AfterUse_IsReadableByItsUserAlone()
    {
        Machine.NeedsLinux();
        _home.Write("a.pdf");
        await _home.MeetAsync("Rex");
        await _home.RunAsync("brain", "import", Brain("There is 1 pdf file. "), "--copy");
        using var chat = _home.Start("chat");
        await chat.StandardInput.WriteLineAsync("hello");
        await chat.ReadUntilAsync("\n");
        await _home.RunAsync("ask", Question, "--folder", _home.Files, "--fresh");
        await _home.RunAsync("brain", "sleep");

        var open = new DirectoryInfo(_home.Home).EnumerateFileSystemInfos("*", SearchOption.AllDirectories).Append(new DirectoryInfo(_home.Home))
            // The chat reads contents meanwhile: its log may be gone by now, and then has no mode.
            .Where(item => item.Exists && item.UnixFileMode != (item is DirectoryInfo ? OwnerFile | UnixFileMode.UserExecute : OwnerFile))
            .Select(item => $"{Path.GetRelativePath(_home.Home, item.FullName)} {item.UnixFileMode}").ToList();
        chat.StandardInput.Close();
        await chat.EndAsync();

        Assert.True(File.Exists(Path.Combine(_home.Home, "models", "brain.gguf")));
        Assert.Empty(open);
    }

    private static void Damage(string path, string damage)
    {
        var bytes = File.ReadAllBytes(path);
        switch (damage)
        {
            case "header":
                new Random(1).NextBytes(bytes.AsSpan(0, 100));
                break;
            case "truncated":
                bytes = bytes[..(bytes.Length / 2 + 100)];
                break;
            case "empty":
                bytes = [];
                break;
            case "flipped":
                var random = new Random(2);
                for (var i = 0; i < 3000; i++)
                    bytes[random.Next(4096, bytes.Length)] ^= (byte)(1 << random.Next(8));
                break;
            default:
                bytes = Encoding.ASCII.GetBytes(new string('x', 9000));
                break;
        }

        File.WriteAllBytes(path, bytes);
    }

    private string Brain(string reply)
    {
        var path = Path.Combine(_home.Root, "brain.gguf");
        ScriptedBrain.Write(path, reply);
        return path;
    }
}
