using BitBuddy.Brains;
using FsCheck;
using FsCheck.Xunit;

namespace BitBuddy.Tests.Brains;

public sealed class BrainGateTests : IDisposable
{
    private readonly TempHome _home = new();

    public void Dispose() => _home.Dispose();

    private string Refusal(byte[] bytes) =>
        Assert.Throws<BuddyException>(() => BrainGate.Check(_home.Write("brain.gguf", bytes))).Message;

    [Fact]
    public void Check_WholeFile_TellsWhatItIs()
    {
        var info = BrainGate.Check(_home.Write("brain.gguf", TinyGguf.Whole().Bytes()));

        Assert.Equal(("llama", "Tiny", 64L, "F32", 2048L), (info.Architecture, info.Name, info.Parameters, info.Quantisation, info.ContextLength));
    }

    [Fact]
    public void Check_EveryShorterFile_IsRefused()
    {
        var whole = TinyGguf.Whole().Bytes();
        for (var length = 0; length < whole.Length; length++)
            Assert.StartsWith("brain.gguf ", Refusal(whole[..length]), StringComparison.Ordinal);
    }

    [Fact]
    public void Check_WrongMagic_SaysNotAGguf() => Assert.Contains("is not a GGUF file", Refusal([.. "GGML"u8, .. new byte[100]]), StringComparison.Ordinal);

    [Theory]
    [InlineData(1u, "GGUF version 1;")]
    [InlineData(999u, "GGUF version 999;")]
    [InlineData(0x03000000u, "big-endian")]
    public void Check_OtherVersion_NamesIt(uint version, string expected) =>
        Assert.Contains(expected, Refusal(new TinyGguf { Version = version }.Key("general.architecture", "llama").Bytes()), StringComparison.Ordinal);

    [Fact]
    public void Check_HostileHeaders_AreRefused()
    {
        var big = ulong.MaxValue;
        Assert.Contains("claims", Refusal(TinyGguf.Whole().Bytes(keys: 1UL << 63)), StringComparison.Ordinal);
        Assert.Contains("claims", Refusal(TinyGguf.Whole().Bytes(tensors: 1UL << 63)), StringComparison.Ordinal);
        Assert.Contains("cut short", Refusal(new TinyGguf().RawKey("a", 8, BitConverter.GetBytes(big)).Bytes()), StringComparison.Ordinal);
        Assert.Contains("cut short", Refusal(new TinyGguf().RawKey("a", 9, [4, 0, 0, 0, .. BitConverter.GetBytes(big)]).Bytes()), StringComparison.Ordinal);
        Assert.Contains("array of type 9", Refusal(new TinyGguf().RawKey("a", 9, [9, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 9, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]).Bytes()), StringComparison.Ordinal);
        Assert.Contains("unknown type", Refusal(new TinyGguf().RawKey("a", 77, [0]).Bytes()), StringComparison.Ordinal);
        Assert.Contains("repeated key", Refusal(TinyGguf.Whole().Key("general.name", "again").Bytes()), StringComparison.Ordinal);
        Assert.Contains("impossible size", Refusal(TinyGguf.Whole().Tensor("t", 0, 1, 0).Bytes()), StringComparison.Ordinal);
        Assert.Contains("impossible size", Refusal(TinyGguf.Whole().Tensor("t", 0, big, big, big, big).Bytes()), StringComparison.Ordinal);
        Assert.Contains("unknown type", Refusal(TinyGguf.Whole().Tensor("t", 99, 4).Bytes()), StringComparison.Ordinal);
        Assert.Contains("alignment", Refusal(TinyGguf.Whole().Number("general.alignment", 0).Bytes()), StringComparison.Ordinal);
        Assert.Contains("architecture", Refusal(new TinyGguf().Key("general.name", "x").Bytes()), StringComparison.Ordinal);
    }

    [Property(MaxTest = 300)]
    public void Check_FlippedBytes_AreReadOrRefusedAndNothingElse(int seed)
    {
        var bytes = TinyGguf.Whole().Bytes();
        var random = new Random(seed);
        for (var i = 0; i < 4; i++)
            bytes[random.Next(200)] = (byte)random.Next(256);
        try
        {
            BrainGate.Check(_home.Write("brain.gguf", bytes));
        }
        catch (BuddyException e)
        {
            Assert.DoesNotContain('\n', e.Message);
        }
    }

    [Fact]
    public void Check_NoRegularFile_IsASentence()
    {
        Assert.Equal(ExitCode.NotFound, Assert.Throws<BuddyException>(() => BrainGate.Check(Path.Combine(_home.Root, "none.gguf"))).ExitCode);
        Assert.Contains("is a folder", Assert.Throws<BuddyException>(() => BrainGate.Check(_home.Root)).Message, StringComparison.Ordinal);
        if (File.Exists("/dev/zero"))
            Assert.Contains("empty", Assert.Throws<BuddyException>(() => BrainGate.Check("/dev/zero")).Message, StringComparison.Ordinal);
    }
}
