/* What kernels with a `multiply_group` of their own share: all outputs, and as many rows at once as ROWS says.
   Included once for each, behind its multiply_group. */

#define RUN(size)                                                                                             \
  for (; r + (size) <= count; r += (size))                                                                    \
  multiply_group(weights, inputs, rows + r * stride, stride, size, sums + r * outputs + o, outputs)

BODY void multiply(const policy__matrix *matrix, const uint8_t *rows, size_t stride, uint32_t count,
                   int32_t *sums) {
  size_t outputs = matrix->outputs;
  uint32_t inputs = matrix->inputs;
  for (uint32_t o = 0; o < outputs; o += POLICY__LANES) {
    const int8_t *weights = matrix->weights + (size_t)o * inputs;
    uint32_t r = 0;
#if ROWS >= 8
    RUN(8);
#endif
    RUN(4);
    RUN(2);
    RUN(1);
  }
}
