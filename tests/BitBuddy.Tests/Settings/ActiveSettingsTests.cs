using System.Collections;
using BitBuddy.Brains;
using BitBuddy.Settings;
using BitBuddy.Tests.Brains;

namespace BitBuddy.Tests.Settings;

public sealed class ActiveSettingsTests : IDisposable
{
    private const string Engine = "v1";
    private static readonly string Sha256 = new('a', 64);

    private static readonly TuneRow Row = new(BrainMode.Quiet, 1, TimeSpan.Zero, 50, 20, TimeSpan.FromSeconds(1), null);
    private readonly TempHome _home = new();
    private readonly Notes _notes = new();
    private readonly ConfigFile _config;
    private readonly BrainStore _brains;
    private readonly TuningFile _tunings;

    public ActiveSettingsTests()
    {
        _config = new ConfigFile(_home.Home);
        _brains = new BrainStore(_home.Home, TimeProvider.System, _notes);
        _tunings = new TuningFile(_home.Home, Engine, _notes);
    }

    public void Dispose() => _home.Dispose();

    private ActiveSettings Settings(params (string Name, string Text)[] variables) =>
        new(_config, _brains, _tunings, new SettingVariables(new Hashtable(variables.ToDictionary(pair => pair.Name, pair => pair.Text))));

    private void Tune(string mode) =>
        _tunings.TryKeep(Sha256, [new("brain.mode", mode, "it is sooner")], Row, DateTimeOffset.UnixEpoch);

    [Fact]
    public void Get_EachOriginAddedInTurn_TheStrongerWinsAndSaysWhy()
    {
        Assert.Equal("quiet (default)", Settings().Get("brain.mode").Described);
        _config.TryChange(old => old with { Brain = Sha256 });
        Tune("quick");
        Assert.Equal("quick (tuned: it is sooner)", Settings().Get("brain.mode").Described);
        Assert.Equal("quiet (config)", Settings().Set("brain.mode", "quiet").Described);
        Assert.Equal("quick (environment: BITBUDDY_BRAIN_MODE)", Settings(("BITBUDDY_BRAIN_MODE", "quick")).Get("brain.mode").Described);
        Assert.Equal("quick (tuned: it is sooner)", Settings().Set("brain.mode", "default").Described);
        Assert.Empty(_config.Load().Settings);
    }

    [Fact]
    public void Get_KeepAliveByItsShortVariable_TheLongOneIsStronger()
    {
        Assert.Equal("30s", Settings(("BITBUDDY_KEEP_ALIVE", "30s")).Get("brain.keep_alive").Text);
        Assert.Equal("1h", Settings(("BITBUDDY_KEEP_ALIVE", "30s"), ("BITBUDDY_BRAIN_KEEP_ALIVE", "1h")).Get("brain.keep_alive").Text);
        Assert.Equal(SettingOrigin.Default, Settings(("BITBUDDY_KEEP_ALIVE", "")).Get("brain.keep_alive").Origin);
    }

    [Theory]
    [InlineData("BITBUDDY_BRAIN_MODE", "fast", "The environment variable BITBUDDY_BRAIN_MODE must be quiet or quick, not 'fast'.")]
    [InlineData("BITBUDDY_BRAIN_THREAD", "1", "Unknown environment variable 'BITBUDDY_BRAIN_THREAD'; did you mean BITBUDDY_BRAIN_THREADS?")]
    public void List_WrongVariable_IsRefusedByName(string name, string text, string message)
    {
        var settings = Settings((name, text));

        var refused = Assert.Throws<BuddyException>(() => settings.List());
        Assert.Equal((message, ExitCode.Usage), (refused.Message, refused.ExitCode));
        Assert.Throws<BuddyException>(() => settings.Set("brain.threads", "1"));
        Assert.False(File.Exists(_home.Home.ConfigFile));
    }

    [Fact]
    public void For_AllSet_AreTheBrainsSettings()
    {
        foreach (var (name, text) in new[] { ("brain.mode", "quick"), ("brain.threads", "1"), ("brain.context", "1024"), ("brain.gpu_layers", "7"), ("brain.keep_alive", "-1"), ("brain.states_mb", "3") })
            Settings().Set(name, text);

        // Read again by another process.
        var settings = new ActiveSettings(new ConfigFile(_home.Home), _brains, _tunings, new SettingVariables(new Hashtable())).For(null);

        Assert.Equal(
            new BrainSettings { Mode = BrainMode.Quick, Threads = 1, ContextSize = 1024, GpuLayers = 7, KeepAlive = new(null), StateBytes = 3_000_000 }, settings);
    }

    [Fact]
    public void Threads_MoreThanThisMachineHas_CountAsAllOfThemAndAreRefusedWhenSet()
    {
        var most = Environment.ProcessorCount;
        Keep("{\"brain.threads\": 900}");

        Assert.Equal($"{most} (config: 900 is more than the {most} of this machine)", Settings().Get("brain.threads").Described);
        Assert.Equal(most, Settings().For(null).Threads);
        Assert.Equal(most, Settings(("BITBUDDY_BRAIN_THREADS", "901")).For(null).Threads);
        Assert.Throws<BuddyException>(() => Settings().Set("brain.threads", "900"));
    }

    [Theory]
    [InlineData("0", "brain.threads in config.json must be 1 to ")]
    [InlineData("1.0", "not '1.0'")]
    [InlineData("null", "not 'null'")]
    [InlineData("2000", "not '2000'")]
    public void Set_DefaultWhereValuesAreWrong_MendsOneAfterTheOther(string wrong, string sentence)
    {
        Keep($"{{\"brain.threads\": {wrong}, \"brain.mode\": \"loud\"}}");
        Assert.Contains(sentence, Assert.Throws<BuddyException>(() => Settings().Get("brain.threads")).Message, StringComparison.Ordinal);
        Assert.Throws<BuddyException>(() => Settings().Set("brain.context", "600"));

        Settings().Set("brain.threads", "default");
        Settings().Set("brain.mode", "quick");

        Assert.Equal(new BrainSettings { Mode = BrainMode.Quick }, Settings().For(null));
    }

    private void Keep(string settings)
    {
        Directory.CreateDirectory(_home.Home.Root);
        File.WriteAllText(_home.Home.ConfigFile, $"{{\"settings\": {settings}}}");
    }

    [Fact]
    public async Task Context_BeyondWhatTheBrainWasTrainedFor_IsRefusedWhenSetAndBeforeItWakes()
    {
        var brain = await _brains.ImportAsync(_home.Write("tiny.gguf", TinyGguf.Whole().Bytes()), copy: false, cancellationToken: TestContext.Current.CancellationToken);
        _config.TryChange(old => old with { Brain = brain.Sha256 });

        var refused = Assert.Throws<BuddyException>(() => Settings().Set("brain.context", "4096"));
        Assert.Contains("trained for 2048 tokens", refused.Message, StringComparison.Ordinal);
        Assert.Throws<BuddyException>(() => Settings(("BITBUDDY_BRAIN_CONTEXT", "4096")).For(brain));
        Settings().Set("brain.context", "2048");
        Assert.Equal(2048, Settings().For(brain).ContextSize);
    }

    [Fact]
    public void Tuned_OnAnotherMachineOrForAnotherBrain_DoesNotCount()
    {
        new TuningFile(_home.Home, "v2", _notes).TryKeep(Sha256, [new("brain.mode", "quick", "")], Row, DateTimeOffset.UnixEpoch);
        _tunings.TryKeep(new string('b', 64), [new("brain.mode", "quick", "")], Row, DateTimeOffset.UnixEpoch);
        var text = File.ReadAllText(_home.Home.TuningFile);
        _config.TryChange(old => old with { Brain = Sha256 });

        Assert.Equal(SettingOrigin.Default, Settings().Get("brain.mode").Origin);
        File.WriteAllText(_home.Home.TuningFile, text.Replace("\"v2\"", "\"v1\"", StringComparison.Ordinal));
        Assert.Equal(SettingOrigin.Tuned, Settings().Get("brain.mode").Origin);
        File.WriteAllText(_home.Home.TuningFile, text.Replace("\"v2\"", "\"v1\"", StringComparison.Ordinal)
            .Replace($"\"cores\": {Environment.ProcessorCount}", "\"cores\": 4711", StringComparison.Ordinal));
        Assert.Equal(SettingOrigin.Default, Settings().Get("brain.mode").Origin);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"brains\": [")]
    [InlineData("{\"brains\": [null]}")]
    [InlineData("{\"brains\": [{}]}")]
    [InlineData("null")]
    [InlineData("{\"colour\": 1}")]
    public void Tuned_FileDamaged_CountsAsNeverMeasuredWithANoteAndIsWrittenAnew(string text)
    {
        Tune("quick");
        _config.TryChange(old => old with { Brain = Sha256 });
        File.WriteAllText(_home.Home.TuningFile, text);

        Assert.Equal(SettingOrigin.Default, Settings().Get("brain.mode").Origin);
        Assert.Contains("brain tune", Assert.Single(_notes.Take()), StringComparison.Ordinal);
        Tune("quick");
        Assert.Equal(SettingOrigin.Tuned, Settings().Get("brain.mode").Origin);
    }
}
