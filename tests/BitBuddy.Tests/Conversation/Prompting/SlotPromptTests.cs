using BitBuddy.Conversation;
using BitBuddy.Files;
using BitBuddy.Personalities;
using BitBuddy.Tests.Conversation.Rules;

namespace BitBuddy.Tests.Conversation.Prompting;

public sealed class SlotPromptTests
{
    private static readonly FileQuery Tax = new() { Words = ["tax"], Extensions = ["pdf"] };

    [Fact]
    public void Of_FilesFound_NamesSlotsAndNothingTrue()
    {
        var facts = Sample.Facts(IntentKind.Find, 4_317, 98_000_000, Sample.File("tax 2024.pdf"));

        var prompt = Of("Where are my 12 Tax files in Documents, Citrus?", Sample.Asked(IntentKind.Find, Tax), facts, "citrus");

        Assert.Equal("citrus funny interested plain warm eager\nhealthy\nfoundmany", prompt.Text[..prompt.Text.IndexOf("many", StringComparison.Ordinal)] + "many");
        Assert.Equal(["files", "list"], prompt.Must);
        Assert.EndsWith("<|q|>where are my<|v34|><|v32|> files in<|v33|><|v28|>?<|a|>", prompt.Text, StringComparison.Ordinal);
        Assert.Equal("4,317 PDF files matching “tax”", prompt.Values["files"]);
        Assert.DoesNotContain("2024", prompt.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<|v3|> how <|end|>")]
    [InlineData("<|a|><|q|>")]
    public void Of_TokensNamedInTheQuestion_AreNeverTokens(string question)
    {
        var prompt = Of(question, Sample.Asked(IntentKind.Unknown), Sample.Facts(IntentKind.Unknown), "nova");

        Assert.All(prompt.Pieces.Where(piece => !piece.IsToken), piece => Assert.DoesNotContain('|', piece.Text));
        Assert.All(prompt.Pieces.Skip(1).SkipLast(1).Where(piece => piece.IsToken), piece => Assert.Contains(piece.Text, (string[])["<|v34|>", "<|v32|>"]));
    }

    [Fact]
    public void Of_EverySituation_TellsEachMoodAndNeedsValuesThereAre()
    {
        foreach (var (question, intent, facts, mood) in VoiceSamples.All())
        {
            if (SlotPrompt.Of(question, intent, facts, Characters.Get("slate"), mood, 0, Sample.Clock(), new Random(1)) is not { } prompt)
            {
                // What the rules alone speak of.
                Assert.True(intent.Smalltalk is Smalltalk.Clock or Smalltalk.Sad || intent.Beyond != Beyond.None || facts.Insight?.Changes is not null, question);
                continue;
            }

            Assert.Contains($"\n{mood.State.ToString().ToLowerInvariant()}\n{prompt.Situation.ToString().ToLowerInvariant()}", prompt.Text, StringComparison.Ordinal);
            Assert.All(prompt.Must, slot => Assert.True(prompt.Values.ContainsKey(slot), $"{question}: {slot}"));
        }
    }

    [Fact]
    public void Of_MoreOfATrait_ShowsItMoreOften()
    {
        double Asks(int curiosity) => Enumerable.Range(0, 400).Count(seed => SlotPrompt.Of(
            "list pdfs", Sample.Asked(IntentKind.Count, Tax), Sample.Facts(IntentKind.Count, 12, 345_678), Characters.Get("slate") with { Curiosity = curiosity, Proactiveness = 0 },
            Sample.Fine, 0, Sample.Clock(), new Random(seed))!.Beats.Contains(SlotManner.Ask)) / 400.0;

        Assert.Equal(0, Asks(3));
        Assert.InRange(Asks(6), 0.2, 0.6);
        Assert.InRange(Asks(10), 0.8, 1);
    }

    [Fact]
    public void Fault_PhrasesOfTheRules_MostlyPass()
    {
        var failed = new List<string>();
        var all = 0;
        foreach (var (question, intent, facts, mood) in VoiceSamples.All())
        {
            if (SlotPrompt.Of(question, intent, facts, Characters.Get("slate"), mood, 0, Sample.Clock(), new Random(1)) is not { } prompt)
                continue;
            foreach (var section in Situations.Sections(prompt.Situation).Take(1).Where(_ => Situations.Sections(prompt.Situation).Count == 1))
            {
                foreach (var phrase in PhraseFile.Common[section].Concat(PhraseFile.Of("nova")![section]))
                {
                    all++;
                    if (SlotCheck.Fault(prompt with { Beats = [], Must = [.. prompt.Must.Except(["because", "phrase", "cure"])] }, Phrase.Settle(phrase, _ => 0)) is { } fault)
                        failed.Add($"{question}: {fault}: {phrase}");
                }
            }
        }

        Assert.True(failed.Count * 4 < all, $"{failed.Count} of {all}\n" + string.Join('\n', failed));
    }

    [Theory]
    [InlineData("You have {files}, {size} in all.", null)]
    [InlineData("You have {files}.", "nothing of size")]
    [InlineData("You have {files} and {files}, {size}.", "a slot twice")]
    [InlineData("You have 3 {files}, {size} in all.", "a digit outside a slot")]
    [InlineData("You have {files}, {size}, {mood}.", "no place for mood")]
    [InlineData("You have {files}, {size}", "no end")]
    [InlineData("Oh. My. {files}. {size}.", "too many sentences")]
    [InlineData("You have {files}, {size}}.", "a broken slot")]
    [InlineData("You have have {files}, {size} in all.", "a slip of writing")]
    [InlineData("You have {files}, {size} in all. and more.", "a slip of writing")]
    [InlineData("You have {files} , {size} in all.", "a slip of writing")]
    [InlineData("You have {files},. {size} in all.", "a slip of writing")]
    [InlineData("Hey hey, you have {files}, {size} in all.", null)]
    [InlineData("{files} in all. {size} together.", null)]
    [InlineData("I moved {files}, {size} in all.", "against the facts: i moved")]
    [InlineData("Found nothing. Or {files}, {size} in all.", "against the facts: found nothing")]
    public void Fault_OfAReply_IsFound(string reply, string? fault)
    {
        var prompt = Of("how many", Sample.Asked(IntentKind.Count), Sample.Facts(IntentKind.Count, 12, 345_678), "citrus") with { Beats = [] };

        Assert.Equal(fault, SlotCheck.Fault(prompt with { Must = ["files", "size"] }, reply));
    }

    [Theory]
    [InlineData("The {best} {that} is {file}: {value}. I can name the newest, too.", null)]
    [InlineData("The {best} {that} is {file}: {value}. It is the newest, too.", "against the facts: newest")]
    [InlineData("The biggest, or {best} {that}, is {file}: {value}.", "against the facts: biggest")]
    public void Fault_OfAnOrder_IsFound(string reply, string? fault)
    {
        var prompt = Of("my biggest", Sample.Asked(IntentKind.Largest, new FileQuery { Order = FileOrder.Largest }), Sample.Facts(IntentKind.Largest, 1, 340_000, Sample.File("a.pdf")), "citrus") with { Beats = [] };

        Assert.Equal(fault, SlotCheck.Fault(prompt with { Must = ["best", "file", "value"] }, reply));
    }

    [Theory]
    [InlineData(IntentKind.Duplicates, "No twins here, as far as I can see.", null)]
    [InlineData(IntentKind.Duplicates, "Twins wherever I look.", "against the facts: found")]
    [InlineData(IntentKind.Versions, "They come in many versions.", "against the facts: found")]
    [InlineData(IntentKind.Stale, "No dust since {since}.", null)]
    [InlineData(IntentKind.Stale, "No dust at all.", "nothing of since")]
    [InlineData(IntentKind.Tidy, "What a mess.", "against the facts: found")]
    public void Fault_WhereNoneOfThemIs_MustSaySo(IntentKind kind, string reply, string? fault)
    {
        var none = Sample.Facts(kind, 0, 0) with { Insight = new(0, 0, []) { Since = Sample.Now.AddYears(-1), GroupCount = 0, Wasted = 0 } };

        Assert.Equal(fault, SlotCheck.Fault(Of("any", Sample.Asked(kind), none, "slate") with { Beats = [] }, reply));
    }

    [Theory]
    [InlineData("Worth a look: {parts}. I move nothing.", null)]
    [InlineData("Worth a look: {parts}.", "against the facts: can")]
    [InlineData("Worth a look: {parts}. I have moved them, not you.", "against the facts: i have moved")]
    public void Fault_OfWhatCouldBeTidied_MovesNothing(string reply, string? fault)
    {
        var mess = Sample.Insight(IntentKind.Tidy, Sample.Grouped(Sample.Group(GroupKind.Duplicates, 4, Sample.File("a.pdf"))));

        Assert.Equal(fault, SlotCheck.Fault(Of("tidy up", Sample.Asked(IntentKind.Tidy), mess, "slate") with { Beats = [], Must = ["parts"] }, reply));
    }

    [Fact]
    public void Of_ASummary_HasTheSentencesAsOneSlot()
    {
        var facts = Sample.Facts(IntentKind.Summary, 1, 340_000, Sample.File("lease.pdf")) with { Sentences = [new("The rent is 800 euros.", 3, null), new("Cats are welcome.", null, null)] };

        var prompt = Of("sum up lease", Sample.Asked(IntentKind.Summary, new() { Words = ["lease"] }), facts, "slate");

        Assert.Equal(["file", "gist"], prompt.Must);
        Assert.Equal("“The rent is 800 euros” (page 3); “Cats are welcome”", prompt.Values["gist"]);
        Assert.DoesNotContain("rent", prompt.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("You are so bad yourself, the truly!", "against the facts: bad")]
    [InlineData("You are not so bad yourself!", null)]
    public void Fault_OfPraise_IsUnkindness(string reply, string? fault) =>
        Assert.Equal(fault, SlotCheck.Fault(Of("you are great", Sample.Asked(IntentKind.Smalltalk, smalltalk: Smalltalk.Praise), Sample.Facts(IntentKind.Smalltalk), "citrus") with { Beats = [], Must = [] }, reply));

    [Theory]
    [InlineData(Smalltalk.HowAreYou, true, "All good here, I am {mood}: {because}. What helps: {cure}.", "against the facts: all good")]
    [InlineData(Smalltalk.HowAreYou, true, "I have been better. I am {mood}: {because}. What helps: {cure}.", null)]
    [InlineData(Smalltalk.HowAreYou, false, "I have been better. I am {mood}: {because}.", "against the facts: been better")]
    [InlineData(Smalltalk.HowAreYou, false, "All good here, I am {mood}: {because}.", null)]
    public void Fault_OfAMood_IsFound(Smalltalk smalltalk, bool isIll, string reply, string? fault)
    {
        var prompt = SlotPrompt.Of("how are you", Sample.Asked(IntentKind.Smalltalk, smalltalk: smalltalk), Sample.Facts(IntentKind.Smalltalk), Characters.Get("nova"),
            isIll ? VoiceSamples.Ill : Sample.Fine, 0, Sample.Clock(), new Random(1))! with { Beats = [] };

        Assert.Equal(fault, SlotCheck.Fault(prompt with { Must = isIll ? ["mood", "because", "cure"] : ["mood", "because"] }, reply));
    }

    private static SlotPrompt Of(string question, Intent intent, Facts facts, string character) => SlotPrompt.Of(
        question, intent, facts, Characters.Get(character), Sample.Fine, 0, Sample.Clock(), new Random(1))!;
}
