using BitBuddy.Llama.Native;
using BitBuddy.Llama.States;
using FsCheck;
using FsCheck.Fluent;

namespace BitBuddy.EngineTests.States;

public sealed class StateFileTests : IDisposable
{
    private const long Most = 1_000_000;
    private static readonly byte[] Key = [.. Enumerable.Range(0, StateFile.KeyBytes).Select(i => (byte)i)];
    private static readonly int[] Tokens = [1, 2, 70_000];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("state file ");

    private string FilePath => Path.Combine(_folder.FullName, "one.state");

    [Fact]
    public void Read_WhatWasWritten_IsTheSame()
    {
        Write(500);

        using var state = StateFile.Read(FilePath, Key, Tokens, Most);

        Assert.Equal(Data(500), state!.Bytes.Span);
        Assert.Same(Tokens, state.Tokens);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(FilePath));
    }

    [Fact]
    public void Read_AnyBitFlipped_IsNothing()
    {
        var whole = Write(200);

        Prop.ForAll(Gen.Choose(0, (whole.Length * 8) - 1).ToArbitrary(), bit =>
        {
            var damaged = whole.ToArray();
            damaged[bit / 8] ^= (byte)(1 << (bit % 8));
            return IsRefused(damaged);
        }).Check(FsCheck.Config.QuickThrowOnFailure.WithMaxTest(Proof.Size(whole.Length * 8)));
    }

    [Fact]
    public void Read_CutAnywhereOrWithMoreBehindIt_IsNothing()
    {
        var whole = Write(200);

        Assert.All(Enumerable.Range(0, whole.Length), length => Assert.True(IsRefused(whole[..length])));
        Assert.True(IsRefused([.. whole, 0]));
        Assert.True(IsRefused([.. whole, .. whole]));
        Assert.False(IsRefused(whole));
    }

    [Fact]
    public void Read_OfAnotherKeyOrOtherTokens_IsNothing()
    {
        Write(200);

        Assert.Null(StateFile.Read(FilePath, [.. Key.Reverse()], Tokens, Most));
        Assert.Null(StateFile.Read(FilePath, Key, [1, 2, 70_001], Most));
        Assert.Null(StateFile.Read(FilePath, Key, [1, 2], Most));
        Assert.Null(StateFile.Read(FilePath, Key, Tokens, maxBytes: 200));
    }

    [Fact]
    public void Read_SparseFileOfATerabyte_IsNothingAtOnce()
    {
        using (var sparse = File.Create(FilePath))
            sparse.SetLength(1L << 40);

        Assert.Null(StateFile.Read(FilePath, Key, Tokens, long.MaxValue));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private bool IsRefused(byte[] bytes)
    {
        File.WriteAllBytes(FilePath, bytes);
        using var state = StateFile.Read(FilePath, Key, Tokens, Most);
        return state is null;
    }

    private byte[] Write(int length)
    {
        using var state = State(Tokens, length);
        StateFile.Write(FilePath, Key, state);
        return File.ReadAllBytes(FilePath);
    }

    internal static PrefixState State(int[] tokens, int length)
    {
        var bytes = new NativeBytes(length);
        Data(length).CopyTo(bytes.Span);
        return new PrefixState(tokens, bytes);
    }

    private static byte[] Data(int length)
    {
        var data = new byte[length];
        new Random(length).NextBytes(data);
        return data;
    }
}
