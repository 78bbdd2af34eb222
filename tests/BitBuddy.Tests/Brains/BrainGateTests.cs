using BitBuddy.Brains;

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
        Assert.Contains("architecture", Refusal(new TinyGguf().Key("general.name", "x").Bytes()), StringComparison.Ordinal);
    }

    [Fact]
    public void Check_NumbersAnEngineWouldEndOver_AreRefused()
    {
        Assert.Contains("alignment (0)", Refusal(TinyGguf.Whole().Number("general.alignment", 0).Bytes()), StringComparison.Ordinal);
        Assert.Contains("alignment (24)", Refusal(TinyGguf.Whole().Number("general.alignment", 24).Bytes()), StringComparison.Ordinal);
        Assert.Contains("alignment (32)", Refusal(TinyGguf.Whole().RawKey("general.alignment", 5, [32, 0, 0, 0]).Bytes()), StringComparison.Ordinal);
        Assert.Contains("block_count", Refusal(TinyGguf.Whole().Number("llama.block_count", 513).Bytes()), StringComparison.Ordinal);
        Assert.Contains("block_count", Refusal(TinyGguf.Whole().Key("llama.block_count", "many").Bytes()), StringComparison.Ordinal);
        Assert.Contains("head_count_kv", Refusal(TinyGguf.Whole().Numbers("llama.attention.head_count_kv", [1, -1]).Bytes()), StringComparison.Ordinal);
        Assert.Contains("layer_norm_rms_epsilon", Refusal(TinyGguf.Whole().Real("llama.attention.layer_norm_rms_epsilon", -1).Bytes()), StringComparison.Ordinal);
        Assert.Contains("layer_norm_rms_epsilon", Refusal(TinyGguf.Whole().Real("llama.attention.layer_norm_rms_epsilon", float.NaN).Bytes()), StringComparison.Ordinal);
        Assert.Contains("rope.dimension_count", Refusal(TinyGguf.Whole().Number("llama.rope.dimension_count", 31).Bytes()), StringComparison.Ordinal);
        Assert.Contains("rope.dimension_count", Refusal(
            TinyGguf.Whole().Number("llama.embedding_length", 64).Number("llama.attention.head_count", 2).Number("llama.rope.dimension_count", 34).Bytes()), StringComparison.Ordinal);
        Assert.Contains("one part of a brain in 3 files", Refusal(TinyGguf.Whole().Number("split.count", 3).Bytes()), StringComparison.Ordinal);
    }

    [Fact]
    public void Check_TensorsThatDoNotFollowEachOther_AreRefused()
    {
        Assert.Contains("does not begin where", Refusal(TinyGguf.Whole().Shift(-32).Tensor("t", 0, 64).Bytes()), StringComparison.Ordinal);
        Assert.Contains("does not begin where", Refusal(TinyGguf.Whole().Shift(1).Tensor("t", 0, 64).Bytes()), StringComparison.Ordinal);
        Assert.Contains("name of its own", Refusal(TinyGguf.Whole().Tensor("output.weight", 0, 64).Bytes()), StringComparison.Ordinal);
        Assert.Contains("5 dimensions", Refusal(TinyGguf.Whole().Tensor("t", 0, 1, 1, 1, 1, 1).Bytes()), StringComparison.Ordinal);
        Assert.Contains("whole blocks", Refusal(TinyGguf.Whole().Tensor("t", 2, 33).Bytes()), StringComparison.Ordinal);
        Assert.Contains("no weights", Refusal(new TinyGguf().Key("general.architecture", "llama").Key("tokenizer.ggml.model", "llama").Strings("tokenizer.ggml.tokens", ["a"]).Bytes()), StringComparison.Ordinal);
    }

    [Fact]
    public void Check_VocabularyThatDoesNotHold_IsRefused()
    {
        TinyGguf Bare() => new TinyGguf().Key("general.architecture", "llama").Key("tokenizer.ggml.model", "llama").Tensor("output.weight", 0, 64);
        TinyGguf Three() => Bare().Strings("tokenizer.ggml.tokens", ["a", "b", "c"]);

        Assert.Contains("no vocabulary", Refusal(Bare().Bytes()), StringComparison.Ordinal);
        Assert.Contains("no vocabulary", Refusal(Bare().RawKey("tokenizer.ggml.tokens", 9, [0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 7]).Bytes()), StringComparison.Ordinal);
        Assert.Contains("token 2 of its vocabulary twice", Refusal(Bare().Strings("tokenizer.ggml.tokens", ["a", "b", "a"]).Bytes()), StringComparison.Ordinal);
        Assert.Contains("do not fit", Refusal(Three().Numbers("tokenizer.ggml.token_type", [1, 1]).Bytes()), StringComparison.Ordinal);
        Assert.Contains("do not fit", Refusal(Three().Numbers("tokenizer.ggml.scores", [1, 1, 1]).Bytes()), StringComparison.Ordinal);
        Assert.Contains("unknown kind 7", Refusal(Three().Numbers("tokenizer.ggml.token_type", [1, 7, 1]).Bytes()), StringComparison.Ordinal);
        Assert.Contains("eos_token_id", Refusal(Three().Number("tokenizer.ggml.eos_token_id", 3).Bytes()), StringComparison.Ordinal);
        Assert.Equal(64, BrainGate.Check(_home.Write("brain.gguf", Three().Number("tokenizer.ggml.padding_token_id", 3).Bytes())).Parameters);
    }

    [Theory]
    [InlineData("llama", "", 22L * 2 * 4 * 64 * 2 * 512)]
    [InlineData("lfm2", "conv", 2L * 2 * 8 * 32 * 2 * 512 + 3 * 2 * 2048 * 4)]
    [InlineData("mamba", "ssm", 24L * (16 * 1536 + 3 * 1536) * 4)]
    public void Check_Shape_GivesTheMemoryOfTheContext(string architecture, string kind, long expected)
    {
        var file = new TinyGguf().Key("general.architecture", architecture).Key("tokenizer.ggml.model", "llama")
            .Strings("tokenizer.ggml.tokens", ["a"]).Tensor("output.weight", 0, 64);
        _ = kind switch
        {
            "ssm" => file.Number("mamba.block_count", 24).Number("mamba.embedding_length", 768).Number("mamba.ssm.inner_size", 1536)
                .Number("mamba.ssm.state_size", 16).Number("mamba.ssm.conv_kernel", 4),
            "conv" => file.Number("lfm2.block_count", 5).Number("lfm2.embedding_length", 2048).Number("lfm2.attention.head_count", 64)
                .Numbers("lfm2.attention.head_count_kv", [0, 8, 0, 8, 0]).Number("lfm2.shortconv.l_cache", 3),
            _ => file.Number("llama.block_count", 22).Number("llama.embedding_length", 2048).Number("llama.attention.head_count", 32)
                .Number("llama.attention.head_count_kv", 4),
        };

        var memory = BrainMemory.Of(BrainGate.Check(_home.Write("brain.gguf", file.Bytes())), contextSize: 500);

        Assert.Equal((256, expected), (memory.Weights, memory.Context));
        Assert.Equal(memory.Weights + expected + memory.Overhead, memory.Total);
    }

    [Fact]
    public void Check_LargestNumbersOfAll_AreStillNumbers()
    {
        var vast = TinyGguf.Whole();
        foreach (var (key, value) in new[]
        {
            ("block_count", 512u), ("embedding_length", 1u << 20), ("attention.head_count", 4096u), ("attention.key_length", 1u << 20), ("attention.value_length", 1u << 20),
            ("ssm.inner_size", 1u << 20), ("ssm.state_size", 1u << 20), ("ssm.conv_kernel", 4096u), ("ssm.group_count", 4096u), ("shortconv.l_cache", 4096u),
        })
            vast.Number($"llama.{key}", value);
        Assert.True(BrainMemory.Of(BrainGate.Check(_home.Write("brain.gguf", vast.Bytes())), contextSize: 131_072).Total > 0);
        Assert.Contains("ssm.state_size", Refusal(TinyGguf.Whole().Number("llama.ssm.state_size", uint.MaxValue).Bytes()), StringComparison.Ordinal);
        Assert.Contains("past any possible end", Refusal(new TinyGguf().Tensor("a", 0, 1UL << 39, 1UL << 20).Bytes()), StringComparison.Ordinal);
    }

    [Fact]
    public void Check_BrainOfSlots_SaysWhichTokensTheyAre()
    {
        TinyGguf Speaking(uint layout, params string[] tokens) => new TinyGguf()
            .Key("general.architecture", "llama").Key("tokenizer.ggml.model", "llama").Strings("tokenizer.ggml.tokens", ["a", .. tokens])
            .Number("bitbuddy.prompt_layout", layout).Key("bitbuddy.words", "you have").Key("bitbuddy.situations", "counted").Tensor("output.weight", 0, 64);
        string[] slots = [.. Enumerable.Range(0, 64).Select(slot => $"<|v{slot}|>")];

        var sound = BrainGate.Check(_home.Write("brain.gguf", Speaking(2, slots).Number("bitbuddy.slot_token_id", 1).Bytes())).Slots;

        Assert.Equal(1, sound!.FirstToken);
        Assert.Equal(["have", "you"], sound.Words.Order());
        Assert.Equal(["counted"], sound.Situations);
        Assert.Contains("speaks in slots", Refusal(Speaking(2, slots).Bytes()), StringComparison.Ordinal);
        Assert.Contains("speaks in slots", Refusal(Speaking(2, slots).Number("bitbuddy.slot_token_id", 2).Bytes()), StringComparison.Ordinal);
        Assert.Null(BrainGate.Check(_home.Write("brain.gguf", Speaking(3).Bytes())).Slots);
    }

    [Fact]
    public void Check_NoRegularFile_IsASentence()
    {
        Assert.Equal(ExitCode.NotFound, Assert.Throws<BuddyException>(() => BrainGate.Check(Path.Combine(_home.Root, "none.gguf"))).ExitCode);
        Assert.Contains("is a folder", Assert.Throws<BuddyException>(() => BrainGate.Check(_home.Root)).Message, StringComparison.Ordinal);
        Assert.SkipUnless(OperatingSystem.IsLinux(), "NOT TESTED: no devices and pipes to look at.");
        foreach (var special in (string[])["/dev/zero", "/dev/null", "/dev/tty"])
            Assert.Contains("not a regular file", Assert.Throws<BuddyException>(() => BrainGate.Check(special)).Message, StringComparison.Ordinal);
        foreach (var made in (string[])["/proc/self/status", "/proc/self/mem", "/proc/self/maps"])
            Assert.Contains("is empty", Assert.Throws<BuddyException>(() => BrainGate.Check(made)).Message, StringComparison.Ordinal);
        var link = Path.Combine(_home.Root, "link.gguf");
        File.CreateSymbolicLink(link, "/dev/zero");
        Assert.Contains("not a regular file", Assert.Throws<BuddyException>(() => BrainGate.Check(link)).Message, StringComparison.Ordinal);
        var pipe = Path.Combine(_home.Root, "pipe.gguf");
        using (var made = System.Diagnostics.Process.Start("mkfifo", [pipe]))
            made.WaitForExit();
        Assert.Contains("not a regular file", Assert.Throws<BuddyException>(() => BrainGate.Check(pipe)).Message, StringComparison.Ordinal);
    }
}
