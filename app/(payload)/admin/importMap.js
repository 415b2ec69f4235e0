import { WorkflowBar as WorkflowBar_52808694f730b5364e94269f4a475687 } from '../../../collections/shared/workflow-bar.tsx'
import { StateCell as StateCell_690d0055b539351874bbb48e1ed2cd3e } from '../../../collections/shared/workflow/state-cell.tsx'
import { RscEntryLexicalCell as RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { RscEntryLexicalField as RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { LexicalDiffComponent as LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { InlineToolbarFeatureClient as InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { FixedToolbarFeatureClient as FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { LinkFeatureClient as LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { OrderedListFeatureClient as OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UnorderedListFeatureClient as UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BoldFeatureClient as BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ItalicFeatureClient as ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { HeadingFeatureClient as HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ParagraphFeatureClient as ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { RowLabel as RowLabel_6dc6c19260f7a430938df8e5861dc481 } from '../../../collections/shared/row-label.tsx'
import { NoButton as NoButton_0f607218034a66160897f83af92c2b0a } from '../../../collections/shared/no-button.tsx'
import { EntryState as EntryState_20e31289b44496c576281432a54144dc } from '../../../collections/shared/workflow/entry-state.tsx'
import { EntryLinkCell as EntryLinkCell_44a6808bb5f3ae4f92f18d9c3f20fc0c } from '../../../collections/shared/workflow/entry-link-cell.tsx'
import { DemoMarker as DemoMarker_07c8c33d902b6146dc7f85262b9f7cf5 } from '../../../collections/shared/demo-marker.tsx'
import { Icon as Icon_7b132c9db0ae050d113161c1db31f17d } from '../../../collections/shared/brand.tsx'
import { Logo as Logo_7b132c9db0ae050d113161c1db31f17d } from '../../../collections/shared/brand.tsx'
import { EditorialDesk as EditorialDesk_d0163ca7851c94178bc9b26c04c435ca } from '../../../collections/shared/dashboard/editorial-desk.tsx'
import { CollectionCards as CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1 } from '@payloadcms/next/rsc'

/** @type import('payload').ImportMap */
export const importMap = {
  "/collections/shared/workflow-bar.tsx#WorkflowBar": WorkflowBar_52808694f730b5364e94269f4a475687,
  "/collections/shared/workflow/state-cell.tsx#StateCell": StateCell_690d0055b539351874bbb48e1ed2cd3e,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalCell": RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalField": RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#LexicalDiffComponent": LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/client#InlineToolbarFeatureClient": InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#FixedToolbarFeatureClient": FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#LinkFeatureClient": LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#OrderedListFeatureClient": OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UnorderedListFeatureClient": UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BoldFeatureClient": BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ItalicFeatureClient": ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#HeadingFeatureClient": HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ParagraphFeatureClient": ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "/collections/shared/row-label.tsx#RowLabel": RowLabel_6dc6c19260f7a430938df8e5861dc481,
  "/collections/shared/no-button.tsx#NoButton": NoButton_0f607218034a66160897f83af92c2b0a,
  "/collections/shared/workflow/entry-state.tsx#EntryState": EntryState_20e31289b44496c576281432a54144dc,
  "/collections/shared/workflow/entry-link-cell.tsx#EntryLinkCell": EntryLinkCell_44a6808bb5f3ae4f92f18d9c3f20fc0c,
  "/collections/shared/demo-marker.tsx#DemoMarker": DemoMarker_07c8c33d902b6146dc7f85262b9f7cf5,
  "/collections/shared/brand.tsx#Icon": Icon_7b132c9db0ae050d113161c1db31f17d,
  "/collections/shared/brand.tsx#Logo": Logo_7b132c9db0ae050d113161c1db31f17d,
  "/collections/shared/dashboard/editorial-desk.tsx#EditorialDesk": EditorialDesk_d0163ca7851c94178bc9b26c04c435ca,
  "@payloadcms/next/rsc#CollectionCards": CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1
}
