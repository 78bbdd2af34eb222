using BitBuddy.Brains;
using FsCheck;
using FsCheck.Fluent;

namespace BitBuddy.Tests.Brains.Advice;

public sealed class BrainAdviserTests
{
    private static readonly MachineFacts Usual = new(8_000_000_000, 100_000_000_000, Threads: 2, OnBattery: false, Charge: null, ReadSpeed: 27e9);

    [Fact]
    public void Advise_UsualMachine_TakesTheFreelyLicensedStandardOneAndSaysWhy()
    {
        var advices = Advise(Usual);

        Assert.Equal("qwen2.5-1.5b", advices.Recommended!.Brain.Id);
        Assert.Equal(
            "Qwen2.5 1.5B Q4_K_M is the largest that runs with ease here: about 27 tokens a second, needs 1 GB of 8 GB free memory.", advices.Reason);
    }

    [Fact]
    public void Advise_FastMachineWithMemory_TakesASmartOne() =>
        Assert.Equal("smart", Advise(Usual with { FreeMemory = 32_000_000_000, Threads = 4, ReadSpeed = 80e9 }).Recommended!.Brain.Tier.Id);

    [Fact]
    public void Advise_OnBattery_TakesALighterOneAndSaysSo()
    {
        var advices = Advise(Usual with { OnBattery = true, Charge = 41 });

        Assert.Equal("tinyllama-1.1b", advices.Recommended!.Brain.Id);
        Assert.Contains("On battery (41 %)", advices.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Advise_OneCore_TakesASmallerOne() =>
        Assert.Equal("tinyllama-1.1b", Advise(Usual with { Threads = 1 }).Recommended!.Brain.Id);

    [Fact]
    public void Advise_LittleMemory_SaysWhatDoesNotFitWithNumbers()
    {
        var advices = Advise(Usual with { FreeMemory = 1_300_000_000 });

        var large = advices.Of(CatalogueFile.Carried.Find("phi-3.5-mini")!);
        Assert.Equal((BrainFit.TooLarge, "needs 2.6 GB of 1.3 GB free memory"), (large.Fit, large.Because));
        Assert.Equal("spark", advices.Recommended!.Brain.Tier.Id);
    }

    [Fact]
    public void Advise_FullDisk_OnlyWhatIsHereFits()
    {
        var here = Here("tinyllama-1.1b");

        var advices = Advise(Usual with { FreeDisk = 600_000_000 }, [here]);

        Assert.Equal("tinyllama-1.1b", advices.Recommended!.Brain.Id);
        Assert.Equal(here, advices.Recommended.Here);
        Assert.Contains("needs 986 MB of the disk beside 500 MB that stay yours, and 600 MB are free",
            advices.Of(CatalogueFile.Carried.Find("qwen2.5-1.5b")!).Because, StringComparison.Ordinal);
    }

    [Fact]
    public void Advise_NothingFits_RecommendsNothingAndSaysSo()
    {
        var advices = Advise(Usual with { FreeMemory = 100_000_000 });

        Assert.Null(advices.Recommended);
        Assert.StartsWith("No brain fits here now: Gemma 3 270M Q4_K_M needs 303 MB of 100 MB free memory.", advices.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Advise_SlowMemory_SaysWhatWouldBeSlow()
    {
        var advices = Advise(Usual with { ReadSpeed = 5e9 });

        Assert.Equal(BrainFit.Slow, advices.Of(CatalogueFile.Carried.Find("qwen2.5-1.5b")!).Fit);
        Assert.Equal("smollm2-360m", advices.Recommended!.Brain.Id);
    }

    [Fact]
    public void Advise_MeasuredHere_BelievesTheMeasure()
    {
        var qwen = CatalogueFile.Carried.Find("qwen2.5-1.5b")!;
        var pace = new BrainPace(3.4, TimeSpan.FromSeconds(9), IsMeasured: true);

        var advices = BrainAdviser.Advise(CatalogueFile.Carried, Usual, 512, [], sha256 => sha256 == qwen.Sha256 ? pace : null);

        Assert.Equal((BrainFit.Slow, pace), (advices.Of(qwen).Fit, advices.Of(qwen).Pace));
        Assert.StartsWith("3 tokens a second, measured here", advices.Of(qwen).Because, StringComparison.Ordinal);
        Assert.NotEqual(qwen, advices.Recommended!.Brain);
    }

    [Fact]
    public void OfTier_LicenceToAccept_GoesLastUnlessItIsHere()
    {
        var (advices, tiny) = (Advise(Usual), CatalogueFile.Carried.FindTier("tiny")!);

        Assert.Equal("tinyllama-1.1b", advices.OfTier(tiny)!.Brain.Id);
        Assert.Equal("llama-3.2-1b", Advise(Usual, [Here("llama-3.2-1b")]).OfTier(tiny)!.Brain.Id);
    }

    [Fact]
    public void Advise_AnyMachine_RecommendsNothingThatDoesNotRunOrAsksForALicence() => Check.QuickThrowOnFailure(
        Prop.ForAll(
            ArbMap.Default.ArbFor<(NonNegativeInt Memory, NonNegativeInt Disk, PositiveInt Speed, bool OnBattery)>(),
            any =>
            {
                var machine = new MachineFacts(any.Memory.Get * 100_000_000L, any.Disk.Get * 100_000_000L, 1 + any.Speed.Get % 8, any.OnBattery, null, any.Speed.Get * 1e9);
                var advices = Advise(machine);
                return advices.Recommended is null
                    ? advices.All.All(advice => !advice.Runs || advice.Brain.MustBeAccepted)
                    : advices.Recommended.Runs && !advices.Recommended.Brain.MustBeAccepted && advices.Recommended.Memory.Total <= machine.FreeMemory;
            }));

    private static BrainAdvices Advise(MachineFacts machine, IReadOnlyList<KnownBrain>? here = null) =>
        BrainAdviser.Advise(CatalogueFile.Carried, machine, 512, here ?? [], _ => null);

    private static KnownBrain Here(string id)
    {
        var brain = CatalogueFile.Carried.Find(id)!;
        return new KnownBrain
        {
            Name = "any", Path = "/any.gguf", Bytes = brain.Bytes, Sha256 = brain.Sha256!, Origin = "imported", VerifiedAt = default, FileTime = default,
        };
    }
}
