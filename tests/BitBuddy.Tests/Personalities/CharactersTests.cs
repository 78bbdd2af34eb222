using BitBuddy.Personalities;
using FsCheck.Xunit;

namespace BitBuddy.Tests.Personalities;

public sealed class CharactersTests
{
    [Theory]
    [InlineData("glitch", 9, 8, 2, 1.1, "amnesiac-detective")]
    [InlineData("citrus", 6, 9, 5, 0.8, "lost-librarian")]
    [InlineData("Slate", 8, 4, 8, 0.5, "ship-AI-in-recovery")]
    [InlineData("NOVA", 5, 10, 3, 0.9, "grumpy-janitor")]
    public void Get_Starter_HasItsTraits(string id, int curiosity, int humor, int formality, double temperature, string arc)
    {
        var character = Characters.Get(id);
        Assert.Equal((curiosity, humor, formality, temperature, arc), (character.Curiosity, character.Humor, character.Formality, character.Temperature, character.NarrativeArc));
        Assert.True(character.FavoritePhrases.Count >= 3);
    }

    [Fact]
    public void Get_Unknown_NamesTheFour() =>
        Assert.Contains("glitch, citrus, slate, nova", Assert.Throws<BuddyException>(() => Characters.Get("bob\u001b")).Message, StringComparison.Ordinal);

    [Fact]
    public void All_PhrasesHoldNoDigits_BecauseNumbersComeFromFactsOnly() =>
        Assert.DoesNotContain(Characters.All.SelectMany(character => character.FavoritePhrases), phrase => phrase.Any(char.IsDigit));

    [Fact]
    public void Create_KnownSeed_IsTheSameBuddyForEver()
    {
        var buddy = RandomPersonality.Create(42);
        Assert.Equal("Sunnychip", buddy.Name);
    }

    [Property]
    public void Create_AnySeed_IsValidAndRepeatable(int seed)
    {
        var buddy = RandomPersonality.Create(seed);

        Assert.Equivalent(buddy, PersonalityReader.Read(PersonalityWriter.Write(buddy, indented: true), "x"));
        Assert.Equal(PersonalityFile.VersionOf(buddy), PersonalityFile.VersionOf(RandomPersonality.Create(seed)));
        Assert.InRange(buddy.Temperature, 0.3, 1.2);
        Assert.InRange(buddy.Curiosity, 4, 10);
        Assert.InRange(buddy.Specialties.Distinct().Count(), 1, 3);
    }

    [Fact]
    public void Create_ManySeeds_AreManyBuddies() =>
        Assert.True(Enumerable.Range(0, 200).Select(seed => PersonalityFile.VersionOf(RandomPersonality.Create(seed))).Distinct().Count() > 190);

    [Fact]
    public void NameFor_EachCharacter_IsOfItsOwnMannerAndTheSameForASeed()
    {
        Assert.All(Characters.All, one => Assert.Null(BuddyName.Problem(RandomPersonality.NameFor(one.Character!, 7))));
        Assert.Equal(RandomPersonality.NameFor("slate", 7), RandomPersonality.NameFor("slate", 7));
        Assert.NotEqual(RandomPersonality.NameFor("slate", 7), RandomPersonality.NameFor("nova", 7));
    }
}
