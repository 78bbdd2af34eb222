using BitBuddy.Brains;

namespace BitBuddy.Tests.Brains;

public sealed class HubFileTests
{
    [Theory]
    [InlineData("hf.co/Qwen/Qwen2.5-GGUF/qwen.Q4_K_M.gguf", "Qwen", "Qwen2.5-GGUF", "qwen.Q4_K_M.gguf", "main")]
    [InlineData("https://hf.co/a/b/c.GGUF", "a", "b", "c.GGUF", "main")]
    [InlineData("https://huggingface.co/a/b/resolve/0123abc/c.gguf?download=true", "a", "b", "c.gguf", "0123abc")]
    [InlineData("huggingface.co/a/b/blob/refs/pr/1/c%20d.gguf", "a", "b", "c d.gguf", "refs/pr/1")]
    [InlineData("hf.co/a/b/Müsli.gguf", "a", "b", "Müsli.gguf", "main")]
    public void Parse_AddressOfAFile_IsRead(string text, string owner, string repository, string file, string revision)
    {
        var parsed = HubFile.Parse(text);

        Assert.Equal(new HubFile(owner, repository, file, revision), parsed);
        Assert.Equal(parsed, HubFile.Parse(parsed.Name));
    }

    [Theory]
    [InlineData("hf.co/a/b")]
    [InlineData("hf.co/a/b/c.bin")]
    [InlineData("hf.co/a/b/.gguf")]
    [InlineData("hf.co/a/b/../c.gguf")]
    [InlineData("hf.co/../b/c.gguf")]
    [InlineData("hf.co/a/../c.gguf")]
    [InlineData("hf.co/a/b/..%2f..%2fc.gguf")]
    [InlineData("hf.co/a/b/..%5cc.gguf")]
    [InlineData("hf.co/a/b/c:d.gguf")]
    [InlineData("hf.co/a/b/%2fetc%2fc.gguf")]
    [InlineData("hf.co/a/b/NUL.gguf")]
    [InlineData("hf.co/a/b/com1.x.gguf")]
    [InlineData("hf.co/a/b/COM¹.gguf")]
    [InlineData("hf.co/a/b/-rf.gguf")]
    [InlineData("hf.co/a/b/.hidden.gguf")]
    [InlineData("hf.co/a/b/c.gguf%00")]
    [InlineData("hf.co/a/b/c%0a.gguf")]
    [InlineData("hf.co/a/b/‮c.gguf")]
    [InlineData("hf.co/a/b/c.gguf.")]
    [InlineData("hf.co/a/b/resolve/../../x/c.gguf")]
    [InlineData("hf.co/a//c.gguf")]
    [InlineData("hf.co//b/c.gguf")]
    [InlineData("http://hf.co/a/b/c.gguf")]
    [InlineData("hf.co@evil.example/a/b/c.gguf")]
    [InlineData("evil.example/a/b/c.gguf")]
    public void TryParse_UnsafeOrOther_IsNone(string text)
    {
        Assert.Null(HubFile.TryParse(text));
        Assert.Equal(ExitCode.Usage, Assert.Throws<BuddyException>(() => HubFile.Parse(text)).ExitCode);
    }

    [Fact]
    public void TryParse_NameLongerThanADiskTakes_IsNone() => Assert.Null(HubFile.TryParse($"hf.co/a/b/{new string('ü', 110)}.gguf"));

    [FsCheck.Xunit.Property]
    public bool TryParse_AnyWords_AreOneStepInTheFolderOrRefused(FsCheck.NonNull<string> owner, FsCheck.NonNull<string> file)
    {
        var parsed = HubFile.TryParse($"hf.co/{owner.Get}/b/{file.Get}.gguf");
        return parsed is null || Path.GetFullPath(Path.Combine("/models", parsed.File)) == "/models/" + parsed.File;
    }
}
