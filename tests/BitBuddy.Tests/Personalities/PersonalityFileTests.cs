using System.Text;
using BitBuddy.Personalities;
using FsCheck.Xunit;

namespace BitBuddy.Tests.Personalities;

public sealed class PersonalityFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("büddy ").FullName;

    private string FilePath => Path.Combine(_folder, "personality.json");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Load_WhatWasWritten_IsTheSame()
    {
        var nova = Characters.Get("nova") with { Name = "Zoë 2", Sampling = new SamplingOverrides { TopP = 0.9, TopK = 40, MinP = 0.05, RepeatPenalty = 1.1 } };

        PersonalityFile.Write(FilePath, nova);
        var loaded = PersonalityFile.Load(FilePath);

        Assert.Equivalent(nova, loaded, strict: true);
        Assert.Equal(PersonalityFile.VersionOf(nova), PersonalityFile.VersionOf(loaded));
        Assert.Contains("Zoë 2", File.ReadAllText(FilePath), StringComparison.Ordinal);
        Assert.Equal([FilePath], Directory.GetFiles(_folder));
    }

    [Property(MaxTest = 200)]
    public void Renamed_AnyPersonality_ChangesItsNameAlone(int seed)
    {
        var who = RandomPersonality.Create(seed) with { FavoritePhrases = ["my \"name\": \"x\"", "{ \"name\": 3 }"] };
        PersonalityFile.Write(FilePath, who);

        var renamed = PersonalityReader.Read(PersonalityFile.Renamed(File.ReadAllBytes(FilePath), FilePath, "Zoë-2"), FilePath);

        Assert.Equivalent(who with { Name = "Zoë-2" }, renamed, strict: true);
    }

    [Fact]
    public void Load_NameAloneWithByteOrderMark_TakesDefaults()
    {
        File.WriteAllText(FilePath, "{ \"name\": \"Pixel\" }", new UTF8Encoding(true));

        Assert.Equivalent(new Personality { Name = "Pixel" }, PersonalityFile.Load(FilePath));
    }

    [Theory]
    [InlineData("{\n \"name\": \"A\",\n \"humor\": 11 }", "line 3: \"humor\" must be a whole number from 0 to 10, not 11")]
    [InlineData("{ \"name\": \"A\", \"humor\": 3.5 }", "line 1: \"humor\" must be a whole number from 0 to 10, not 3.5")]
    [InlineData("{ \"name\": \"A\",\n \"humor\": \"very\" }", "line 2: \"humor\" must be a whole number")]
    [InlineData("{ \"name\": \"A\", \"temperature\": 1.6 }", "\"temperature\" must be a number from 0.0 to 1.5, not 1.6")]
    [InlineData("{ \"name\": \"A\", \"temperature\": 1e999 }", "\"temperature\" must be")]
    [InlineData("{ \"name\": \"A\",\n \"temperature\": NaN }", "line 2: this is not JSON")]
    [InlineData("{ \"name\": \"A\",\n\n \"humour\": 3 }", "line 3: \"humour\" is not a field")]
    [InlineData("{ \"name\": \"A\",\n \"name\": \"B\" }", "line 2: \"name\" is there twice")]
    [InlineData("{ \"name\": null }", "\"name\" must be a text of 1 to 40 characters, not null")]
    [InlineData("{ \"name\": \"../x\" }", "letters, digits, spaces")]
    [InlineData("{ \"name\": \"\\ud800\" }", "\"name\" must be a text")]
    [InlineData("{ \"humor\": 3 }", "\"name\" is missing")]
    [InlineData("{ \"name\": \"A\", \"favorite_phrases\": [\"x\", 3] }", "\"favorite_phrases\" must be a list of at most 12 texts")]
    [InlineData("{ \"name\": \"A\", \"quirks\": { \"preferred_time\": \"noon\" } }", "one of morning, afternoon, evening, night, not noon")]
    [InlineData("{ \"name\": \"A\", \"quirks\": 3 }", "\"quirks\" must be an object")]
    [InlineData("{ \"name\": \"A\", \"sampling\": { \"top_k\": 0 } }", "\"top_k\" must be a whole number from 1 to 1000")]
    [InlineData("{ \"name\": \"A\", \"schema\": 2 }", "\"schema\" must be")]
    [InlineData("{ \"name\": \"A\" } x", "this is not JSON")]
    [InlineData("{ \"name\": \"A\",", "this is not JSON")]
    [InlineData("[]", "there must be an object")]
    [InlineData("", "is empty or not an ordinary file")]
    public void Load_Broken_SaysWhereAndWhatIsAllowed(string json, string expected)
    {
        File.WriteAllText(FilePath, json);

        var e = Assert.Throws<BuddyException>(() => PersonalityFile.Load(FilePath));

        Assert.Contains(expected, e.Message, StringComparison.Ordinal);
        Assert.Contains("personality.json", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_TooLarge_IsRefusedBeforeParsing()
    {
        File.WriteAllText(FilePath, new string('[', PersonalityFile.MaxBytes + 1));
        Assert.Contains("larger than 256 KB", Assert.Throws<BuddyException>(() => PersonalityFile.Load(FilePath)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_DeepNesting_IsRefused()
    {
        File.WriteAllText(FilePath, "{ \"name\": " + new string('[', 10_000) + new string(']', 10_000) + "}");
        Assert.Throws<BuddyException>(() => PersonalityFile.Load(FilePath));
    }

    [Fact]
    public void Load_BytesThatAreNotUtf8_NamesTheLine()
    {
        File.WriteAllBytes(FilePath, [.. "{\n \"name\": \""u8, 0xC3, 0x28, .. "\" }"u8]);
        Assert.Contains("line 2: holds bytes that are not UTF-8", Assert.Throws<BuddyException>(() => PersonalityFile.Load(FilePath)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_LinkToADevice_IsNotOpened()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "devices as files");
        File.CreateSymbolicLink(FilePath, "/dev/zero");
        Assert.Contains("not an ordinary file", Assert.Throws<BuddyException>(() => PersonalityFile.Load(FilePath)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Load_Pipe_DoesNotWaitForAWriter()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "needs mkfifo");
        using (var mkfifo = System.Diagnostics.Process.Start("mkfifo", [FilePath]))
            await mkfifo.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Throws<BuddyException>(() => PersonalityFile.Load(FilePath));
    }

    [Fact]
    public void Load_Missing_IsNotFound() =>
        Assert.Equal(ExitCode.NotFound, Assert.Throws<BuddyException>(() => PersonalityFile.Load(FilePath)).ExitCode);

    [Property]
    public void Read_AnyBytes_IsAPersonalityOrASentence(byte[] bytes)
    {
        try
        {
            PersonalityReader.Read(bytes, "x.json");
        }
        catch (BuddyException)
        {
        }
    }

    [Property(MaxTest = 300)]
    public void Read_AnyDamageToAGoodFile_IsAPersonalityOrASentence(int at, byte value)
    {
        var bytes = PersonalityWriter.Write(Characters.Get("glitch"), indented: true);
        bytes[(int)((uint)at % bytes.Length)] = value;
        Read_AnyBytes_IsAPersonalityOrASentence(bytes);
        Read_AnyBytes_IsAPersonalityOrASentence(bytes[..(int)((uint)at % bytes.Length)]);
    }

    [Property]
    public void VersionOf_AnotherTrait_IsAnotherVersion(byte humor) =>
        Assert.Equal(
            humor % 11 == 5,
            PersonalityFile.VersionOf(new Personality { Name = "A" }) == PersonalityFile.VersionOf(new Personality { Name = "A", Humor = humor % 11 }));
}
