using BitBuddy.Llama;

namespace BitBuddy.EngineTests;

public sealed class LlamaShrinkTests
{
    [Theory]
    [InlineData("[  12/ 48] blk.0.attn_q.weight - [64, 64, 1, 1], type = f32, converting to q4_0 .. size = 0.02 MiB", 0.25f)]
    [InlineData("[   1/   4] x", 0.25f)]
    [InlineData("[   4/   4] x", 1f)]
    [InlineData("[   5/   4] x", null)]
    [InlineData("[ 1/ 0] x", null)]
    [InlineData("[x/ 4] x", null)]
    [InlineData("llama_model_quantize_impl: 1/4", null)]
    [InlineData("[", null)]
    [InlineData("[]", null)]
    public void Share_LineOfTheLog_IsTheShareOfTensorsDone(string line, float? share) => Assert.Equal(share, LlamaShrink.Share(line));
}
