using BitBuddy.Personalities;

namespace BitBuddy.Tests.Personalities;

public sealed class BuddyRegisterTests : IDisposable
{
    private readonly string _root = Path.Combine(Directory.CreateTempSubdirectory("home ü").FullName, "buddies");
    private readonly BuddyRegister _register;

    public BuddyRegisterTests() => _register = new BuddyRegister(_root);

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_root)!, recursive: true);

    [Fact]
    public void Choose_NothingSetUp_IsNobody()
    {
        Assert.Empty(_register.List());
        Assert.Null(_register.Choose(null));
    }

    [Theory]
    [InlineData("Pixel")]
    [InlineData("Zoë")]
    [InlineData("小 七_7-b")]
    [InlineData("क्षिति")]
    public void Meet_GoodName_CanBeFoundInAnyCase(string name)
    {
        var folder = _register.Meet(Characters.Default with { Name = name });

        Assert.Equal(name, PersonalityFile.Load(folder.PersonalityPath).Name);
        Assert.Equal(folder, _register.Get(name.ToUpperInvariant()));
        Assert.Equal(folder, _register.Choose(null));
        Assert.Throws<BuddyException>(() => _register.Meet(Characters.Default with { Name = name.ToUpperInvariant() }));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(" a")]
    [InlineData("a ")]
    [InlineData("a.")]
    [InlineData("..")]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("-rf")]
    [InlineData("nul")]
    [InlineData("Com1")]
    [InlineData("a\u202Eb")]
    [InlineData("a\nb")]
    [InlineData("a:b")]
    [InlineData("\ud800")]
    [InlineData("12345678901234567890123456789012345678901")]
    public void Meet_BadName_IsRefusedWithTheRule(string name)
    {
        var e = Assert.Throws<BuddyException>(() => _register.Meet(Characters.Default with { Name = name }));
        Assert.Equal(ExitCode.Usage, e.ExitCode);
        Assert.Equal(Display.Line(e.Message), e.Message);
        Assert.False(Directory.Exists(_root));
    }

    [Fact]
    public void Choose_Several_AsksWhich()
    {
        _register.Meet(Characters.Default with { Name = "Zip" });
        _register.Meet(Characters.Default with { Name = "Ann" });

        Assert.Equal(["Ann", "Zip"], _register.List().Select(folder => folder.Name));
        Assert.Contains("Ann, Zip", Assert.Throws<BuddyException>(() => _register.Choose(null)).Message, StringComparison.Ordinal);
        Assert.Equal("Zip", _register.Choose("zip")?.Name);
        Assert.Equal(ExitCode.NotFound, Assert.Throws<BuddyException>(() => _register.Choose("Bob")).ExitCode);
    }

    [Fact]
    public void Meet_HomeThatCannotBeWritten_SaysSo()
    {
        File.WriteAllText(_root, "a file where the folder should be");
        Assert.Contains("could not be made", Assert.Throws<BuddyException>(() => _register.Meet(Characters.Default)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Meet_NameOfALinkedFolder_OverwritesNothing()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links need a privilege");
        var elsewhere = Directory.CreateDirectory(_root + "-elsewhere").FullName;
        PersonalityFile.Write(Path.Combine(elsewhere, "personality.json"), new Personality { Name = "Far", Humor = 1 });
        Directory.CreateDirectory(_root);
        Directory.CreateSymbolicLink(Path.Combine(_root, "Far"), elsewhere);

        Assert.Throws<BuddyException>(() => _register.Meet(Characters.Default with { Name = "Far" }));
        Assert.Equal(1, _register.Get("far").Follow(TimeProvider.System).Current().Humor);
    }
}
