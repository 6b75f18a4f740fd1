// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/reader/drawn_page.h"

#include <TextOutputDev.h>

namespace model::reader {

/// Takes the text of a page as Poppler::Page::textList() does, and in the same pass notes what is drawn and in which
/// order. For one page.
class DrawingDevice final : public TextOutputDev {
public:
    DrawingDevice();

    DrawnPage takePage() { return std::move(m_page); }

    // By whether pictures are wanted, which is asked before each and answered with no, we learn that there is one.
    bool needNonText() override;
    bool useShadedFills(int) override { return true; }

    void startPage(int pageNumber, GfxState *state, XRef *table) override;
    void saveState(GfxState *state) override;
    void restoreState(GfxState *state) override;
    void updateCTM(GfxState *state, double, double, double, double, double, double) override { m_state = state; }
    void updateFillColorSpace(GfxState *state) override { forgetColour(state); }
    void updateStrokeColorSpace(GfxState *state) override { forgetColour(state); }
    void updateFillColor(GfxState *state) override { forgetColour(state); }
    void updateStrokeColor(GfxState *state) override { forgetColour(state); }
    void updateRender(GfxState *state) override { forgetColour(state); }
    void updateFillOpacity(GfxState *state) override;
    void updateBlendMode(GfxState *state) override;

    void stroke(GfxState *state) override;
    void fill(GfxState *state) override;
    void eoFill(GfxState *state) override;
    void clip(GfxState *state) override;
    void eoClip(GfxState *state) override;
    void clipToStrokePath(GfxState *) override { m_level.clipIsShape = true; }
    void drawChar(GfxState *state, double x, double y, double dx, double dy, double originX, double originY,
                  CharCode code, int bytes, const Unicode *characters, int count) override;

    bool functionShadedFill(GfxState *state, GfxFunctionShading *) override { return addShading(state); }
    bool axialShadedFill(GfxState *state, GfxAxialShading *, double, double) override { return addShading(state); }
    bool radialShadedFill(GfxState *state, GfxRadialShading *, double, double) override { return addShading(state); }
    bool gouraudTriangleShadedFill(GfxState *state, GfxGouraudTriangleShading *) override { return addShading(state); }
    bool patchMeshShadedFill(GfxState *state, GfxPatchMeshShading *) override { return addShading(state); }

    void beginTransparencyGroup(GfxState *state, const double *bounds, GfxColorSpace *colours, bool isolated,
                                bool knockout, bool forSoftMask) override;
    void endTransparencyGroup(GfxState *state) override;
    void setSoftMask(GfxState *, const double *, bool, Function *, GfxColor *) override { m_level.isMasked = true; }
    void clearSoftMask(GfxState *) override { m_level.isMasked = false; }

private:
    /// What Poppler's own state does not tell and goes with it when it is saved.
    struct Level {
        bool clipIsShape = false; ///< not only an upright rectangle
        bool isMasked = false;
    };
    struct Group {
        bool isClear = false; ///< drawn as a whole, and not opaque
        bool isMask = false;  ///< not drawn at all
    };

    void forgetColour(GfxState *state)
    {
        m_state = state;
        m_colourKnown = false;
    }
    bool isDrawn() const { return m_masks == 0; }
    bool isOpaque(const GfxState *state, double opacity) const;
    void addFill(GfxState *state, Qt::FillRule rule);
    void addImage(const GfxState *state);
    bool addShading(const GfxState *state);
    void addShape(DrawnShape shape, const GfxState *state);
    void noteClip(const GfxState *state);
    void learnColour(GfxState *state);

    DrawnPage m_page;
    /// As it was told last: the one in force, or one below it that nothing was changed of since it was saved.
    GfxState *m_state = nullptr;
    int m_order = 0;
    Level m_level;
    std::vector<Level> m_saved;
    std::vector<Group> m_groups;
    int m_masks = 0;
    int m_clearGroups = 0;
    bool m_wasReset =
        false; ///< opacity or mode went back to plain since the state was saved: a group not opaque begins
    bool m_colourKnown = false;
    bool m_isPainted = true;
    std::optional<QRgb> m_colour;
};

} // namespace model::reader
